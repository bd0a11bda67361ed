using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Calls;
using ShipBy.Adapters.Marketplaces.Ozon.Account;
using ShipBy.Adapters.Marketplaces.Ozon.Carriages;
using ShipBy.Adapters.Marketplaces.Ozon.Labels;
using ShipBy.Adapters.Marketplaces.Ozon.Shipping;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon;

public static class OzonServices
{
    /// <summary>Adds one <see cref="IMarketplace"/> for each shop of kind <c>ozon</c>. Needs an <see cref="ICallBudget"/> and a <see cref="TimeProvider"/> beside it.</summary>
    /// <param name="shops">The section <c>Shops</c>: one child a shop.</param>
    /// <param name="home">The zone of shops that name none, the seller's; null: Moscow's.</param>
    /// <exception cref="ValidationException">A setting is missing or wrong; the message names each such setting and what to do, one a line.</exception>
    public static IServiceCollection AddOzon(this IServiceCollection services, IConfiguration shops, DateTimeZone? home = null)
    {
        var read = OzonSettings.Read(shops, home ?? DateTimeZoneProviders.Tzdb["Europe/Moscow"]);
        foreach (var ((shop, options), territory) in read.Zip(OzonTerritory.Part([.. read.Select(one => one.Options)])))
            services.AddShop(shop with { Account = $"ozon-{options.ClientId}", IsGuest = !territory.IsHome }, options, territory);

        return services;
    }

    private static void AddShop(this IServiceCollection services, Shop shop, OzonOptions options, OzonTerritory territory)
    {
        var client = $"ozon {shop.Name}";
        services.AddShopHttp(client, shop.Name, http =>
        {
            http.BaseAddress = new Uri(options.BaseUrl.TrimEnd('/') + "/");
            http.DefaultRequestHeaders.Add("Client-Id", options.ClientId);
            http.DefaultRequestHeaders.Add("Api-Key", options.ApiKey);
        });
        services.AddHttpClient(FilesOf(shop), http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.MaxResponseContentBufferSize = LabelFiles.LargestFile;
            })
            .ConfigurePrimaryHttpMessageHandler(ShopHttp.Sockets)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();                // the addresses of files are secrets of a kind

        services.AddSingleton<IMarketplace>(provider => Build(provider, client, shop, options, territory));
    }

    private static string FilesOf(Shop shop) => $"ozon files {shop.Name}";

    private static OzonMarketplace Build(IServiceProvider provider, string client, Shop shop, OzonOptions options, OzonTerritory territory)
    {
        var time = provider.GetRequiredService<TimeProvider>();
        var log = provider.GetRequiredService<ILogger<OzonClient>>();
        var calls = new GrantedCalls(provider.GetRequiredService<ICallBudget>(), new CallLimit($"ozon-{options.ClientId}", options.CallsPerSecond), time);
        var ozon = new OzonClient(new ShopCalls(provider.GetRequiredService<IHttpClientFactory>().CreateClient(client), options, shop.Name, calls, time, log), options, time);
        var reasons = new OzonReasons(ozon);
        return new OzonMarketplace(
            shop,
            territory,
            options.Known,
            ozon,
            new OzonLists(ozon, shop.Name, options.Known, log),
            new OzonStocks(ozon, options.Warehouse, shop.Name, log),
            new OzonWindow(ozon),
            new OzonOffers(ozon, options),
            new OzonPushes(ozon),
            reasons,
            new OzonShipping(ozon, reasons, new OzonExemplars(ozon, options), options),
            new OzonLabels(ozon, new LabelFiles(provider.GetRequiredService<IHttpClientFactory>().CreateClient(FilesOf(shop)), options), options, time),
            new OzonAccount(new OzonKey(ozon, options), new OzonHealth(ozon, time), new OzonTalk(ozon, options, time), new OzonReturns(ozon), new OzonCancelRequests(ozon, options, time), options.ErrorIndexLimit),
            new OzonCarriages(ozon),
            time);
    }
}
