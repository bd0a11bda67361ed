using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Webhook.Listening;
using ShipBy.Adapters.Webhooks;
using ShipBy.Application.Intake;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Marketplaces.Webhook;

public static class WebhookServices
{
    /// <summary>Adds the shops of kind <c>webhook</c> and the door that they knock at.</summary>
    /// <param name="shops">The section <c>Shops</c>: one child a shop.</param>
    /// <param name="home">The zone of shops that name none, the seller's; null: Moscow's.</param>
    /// <exception cref="ValidationException">A setting is missing or wrong; the message names each such setting and what to do, one a line.</exception>
    public static IServiceCollection AddWebhookShops(this IServiceCollection services, IConfiguration shops, DateTimeZone? home = null)
    {
        foreach (var shop in WebhookSettings.Read(shops, home ?? DateTimeZoneProviders.Tzdb["Europe/Moscow"]))
        {
            services.AddSingleton(shop).AddSingleton(shop.Shop);
            if (shop.Telling is { } telling)
            {
                services.AddSingleton<IChannel>(provider => Listening(shop.Shop, telling, provider.GetRequiredService<MachineClock>()));
            }
        }

        return services.AddSingleton(provider => new WebhookDoor(
            provider.GetServices<WebhookShop>(), provider.GetRequiredService<TakeTold>(), provider.GetRequiredService<RefusedMessages>(), provider.GetRequiredService<TimeProvider>()));
    }

    private static ListeningShop Listening(Shop shop, TellOptions telling, MachineClock machine)
    {
        var http = new HttpClient(SecretAddressHandler.OverSockets()) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = ShopPost.LargestAnswer };
        return new ListeningShop(shop, telling, new ShopPost(telling, http, machine.Time));
    }
}
