using System.Reflection;
using Microsoft.Extensions.Configuration;
using ShipBy.Adapters.Alerts;
using ShipBy.Adapters.Alerts.Chat;
using ShipBy.Adapters.Marketplaces;
using ShipBy.Adapters.Marketplaces.Ozon;
using ShipBy.Adapters.Marketplaces.Rules;
using ShipBy.Application.Settings;

namespace ShipBy.Cli.Doctor;

/// <summary>The names of settings that are read, by the options they fill.</summary>
internal static class SettingNames
{
    /// <summary>Settings in the sections of ours that no option has a place for.</summary>
    public static IEnumerable<string> Unknown(IConfiguration settings) =>
    [
        .. Strangers(settings.GetSection(GuardOptions.Section), "ShipBy", typeof(GuardOptions)),
        .. Strangers(settings.GetSection(AlertOptions.Section), "Alerts", typeof(AlertOptions), "Chats"),
        .. Strangers(settings.GetSection("Alerts:Smtp"), "Alerts__Smtp", typeof(SmtpOptions)),
        .. settings.GetSection("Alerts:Chats").GetChildren().SelectMany(chat => Strangers(chat, $"Alerts__Chats__{chat.Key}", typeof(ChatOptions))),
        .. settings.GetSection("Shops").GetChildren().SelectMany(shop => Strangers(shop, $"Shops__{shop.Key}", ShopKinds.Of(shop)?.Options ?? typeof(OzonOptions), [.. Besides.SelectMany(Properties).Select(property => property.Name)])),
    ];

    /// <value>What a shop of any kind may have.</value>
    private static Type[] Besides { get; } = [typeof(DispatchOptions), typeof(ShippingOptions), typeof(TransitOptions)];

    private static IEnumerable<string> Strangers(IConfigurationSection section, string name, Type options, params string[] besides) =>
        from child in section.GetChildren()
        where !Properties(options).Any(property => Same(property.Name, child.Key)) && !besides.Any(known => Same(known, child.Key))
        select $"{name}__{child.Key}";

    private static PropertyInfo[] Properties(Type options) => options.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
