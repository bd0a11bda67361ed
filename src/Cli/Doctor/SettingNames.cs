using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using ShipBy.Adapters.Alerts;
using ShipBy.Adapters.Alerts.Chat;
using ShipBy.Adapters.Marketplaces.Ozon;
using ShipBy.Adapters.Marketplaces.Rules;
using ShipBy.Application.Settings;

namespace ShipBy.Cli.Doctor;

/// <summary>The settings that are read, by the options they fill: names that nothing reads, and values that are none of their kind.</summary>
/// <remarks>The binder would quote an unreadable value, and stop at the first one.</remarks>
internal static class SettingNames
{
    /// <summary>Settings in the sections of ours that no option has a place for.</summary>
    public static IEnumerable<string> Unknown(IConfiguration settings) =>
    [
        .. Strangers(settings.GetSection(GuardOptions.Section), "ShipBy", typeof(GuardOptions)),
        .. Strangers(settings.GetSection(AlertOptions.Section), "Alerts", typeof(AlertOptions), "Chats"),
        .. Strangers(settings.GetSection("Alerts:Smtp"), "Alerts__Smtp", typeof(SmtpOptions)),
        .. settings.GetSection("Alerts:Chats").GetChildren().SelectMany(chat => Strangers(chat, $"Alerts__Chats__{chat.Key}", typeof(ChatOptions))),
        .. settings.GetSection("Shops").GetChildren().SelectMany(shop => Strangers(shop, $"Shops__{shop.Key}", typeof(OzonOptions), [.. Properties(typeof(DispatchOptions)).Select(property => property.Name)])),
    ];

    /// <summary>What is wrong with values that should be a number or a time.</summary>
    public static IEnumerable<string> Unreadable(IConfiguration section, string name, Type options) =>
        from property in Properties(options)
        let kind = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
        where kind.IsValueType && section[property.Name] is { } text && !(text.Length == 0 && kind != property.PropertyType) && !IsOne(kind, text)
        select $"{name}__{property.Name} cannot be read: write {FormOf(kind)}.";

    private static string FormOf(Type kind) => kind == typeof(TimeSpan) ? "a time such as 00:10:00" : kind == typeof(bool) ? "true or false" : "a whole number";

    private static IEnumerable<string> Strangers(IConfigurationSection section, string name, Type options, params string[] besides) =>
        from child in section.GetChildren()
        where !Properties(options).Any(property => Same(property.Name, child.Key)) && !besides.Any(known => Same(known, child.Key))
        select $"{name}__{child.Key}";

    private static PropertyInfo[] Properties(Type options) => options.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool IsOne(Type kind, string text)
    {
        try
        {
            TypeDescriptor.GetConverter(kind).ConvertFromInvariantString(text);
            return true;
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            return false;
        }
    }
}
