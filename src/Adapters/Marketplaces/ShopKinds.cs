using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Files;
using ShipBy.Adapters.Marketplaces.Ozon;
using ShipBy.Adapters.Marketplaces.Taobao;
using ShipBy.Adapters.Marketplaces.Webhook;

namespace ShipBy.Adapters.Marketplaces;

/// <summary>One kind of shop that the settings may name.</summary>
/// <param name="Name">As <c>Shops__&lt;name&gt;__Kind</c> has it.</param>
/// <param name="Options">What such a shop's settings fill.</param>
/// <param name="Add">Adds all shops of this kind, and leaves the others alone.</param>
public sealed record ShopKind(string Name, Type Options, Action<IServiceCollection, IConfiguration, DateTimeZone?> Add);

/// <summary>All kinds of shops. A new marketplace is one line here; see the README beside Taobao's adapter.</summary>
public static class ShopKinds
{
    public static IReadOnlyList<ShopKind> All { get; } =
    [
        new(OzonSettings.Kind, typeof(OzonOptions), (services, shops, home) => services.AddOzon(shops, home)),
        new(TaobaoSettings.Kind, typeof(TaobaoOptions), (services, shops, _) => services.AddTaobao(shops)),
        new(WebhookSettings.Kind, typeof(WebhookOptions), (services, shops, home) => services.AddWebhookShops(shops, home)),
        new(FileShopSettings.Kind, typeof(FileShopOptions), (services, shops, home) => services.AddFileShops(shops, home)),
    ];

    /// <value>The kinds with a comma between them.</value>
    public static string Names { get; } = string.Join(", ", All.Select(kind => kind.Name));

    /// <summary>The kind that a shop's section names; null where it names none or none that we know.</summary>
    public static ShopKind? Of(IConfigurationSection shop) => All.FirstOrDefault(kind => string.Equals(kind.Name, shop["Kind"]?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds every shop that the settings name.</summary>
    /// <param name="shops">The section <c>Shops</c>: one child a shop.</param>
    /// <param name="home">The zone of shops that name none, where their marketplace has none of its own; null: Moscow's.</param>
    /// <exception cref="ValidationException">A setting is missing or wrong; the message names each such setting and what to do, one a line.</exception>
    public static IServiceCollection AddShops(this IServiceCollection services, IConfiguration shops, DateTimeZone? home = null)
    {
        foreach (var kind in All)
            kind.Add(services, shops, home);

        return services;
    }
}
