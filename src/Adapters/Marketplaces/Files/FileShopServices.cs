using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ShipBy.Adapters.Marketplaces.Files;

public static class FileShopServices
{
    /// <summary>Adds the shops of kind <c>file</c>: nobody can be asked for their orders, and nobody tells of them; <c>shipby import orders</c> brings them in.</summary>
    /// <param name="shops">The section <c>Shops</c>: one child a shop.</param>
    /// <param name="home">The zone of shops that name none, the seller's; null: Moscow's.</param>
    /// <exception cref="ValidationException">A setting is missing or wrong; the message names each such setting and what to do, one a line.</exception>
    public static IServiceCollection AddFileShops(this IServiceCollection services, IConfiguration shops, DateTimeZone? home = null)
    {
        foreach (var shop in FileShopSettings.Read(shops, home ?? DateTimeZoneProviders.Tzdb["Europe/Moscow"]))
        {
            services.AddSingleton(shop);
        }

        return services;
    }
}
