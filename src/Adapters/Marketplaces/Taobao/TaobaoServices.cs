using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipBy.Adapters.Marketplaces.Calls;
using ShipBy.Adapters.Marketplaces.Taobao.Messages;
using ShipBy.Adapters.Marketplaces.Taobao.Reading;
using ShipBy.Adapters.Marketplaces.Taobao.Shipping;
using ShipBy.Adapters.Marketplaces.Taobao.Stock;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Marketplaces.Taobao;

public static class TaobaoServices
{
    /// <summary>Adds one <see cref="IMarketplace"/> for each shop of kind <c>taobao</c>. Needs an <see cref="ICallBudget"/> and a <see cref="TimeProvider"/> beside it.</summary>
    /// <param name="shops">The section <c>Shops</c>: one child a shop. A shop that names no zone has the platform's, Shanghai's.</param>
    /// <exception cref="ValidationException">A setting is missing or wrong; the message names each such setting and what to do, one a line.</exception>
    public static IServiceCollection AddTaobao(this IServiceCollection services, IConfiguration shops)
    {
        foreach (var (shop, options) in TaobaoSettings.Read(shops))
        {
            var client = $"taobao {shop.Name}";
            services.AddShopHttp(client, shop.Name, http => http.BaseAddress = AddressOf(options));
            services.AddSingleton<IMarketplace>(provider => Build(provider, client, shop, options));
        }

        return services;
    }

    /// <summary>The gateway; an address without a path has the usual one.</summary>
    private static Uri AddressOf(TaobaoOptions options) => new Uri(options.BaseUrl) is { AbsolutePath: "/" } bare ? new Uri(bare, "router/rest") : new Uri(options.BaseUrl);

    private static TaobaoMarketplace Build(IServiceProvider provider, string client, Shop shop, TaobaoOptions options)
    {
        var time = provider.GetRequiredService<TimeProvider>();
        var log = provider.GetRequiredService<ILogger<TaobaoClient>>();
        var limit = new CallLimit($"taobao-{options.AppKey}", options.CallsPerMinute / 60);
        var calls = new ShopCalls(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(client), options, shop.Name, new GrantedCalls(provider.GetRequiredService<ICallBudget>(), limit, time), time, log);

        // Signatures live by the machine's clock; where only one clock is known, it is that.
        var taobao = new TaobaoClient(calls, options, provider.GetService<MachineClock>()?.Time ?? time);
        var (reader, trades) = (new TradeReader(shop.Name, options, shop.Rules.Promotions), new TaobaoTrades(taobao, options));
        var shipping = new TaobaoShipping(taobao, trades, new Carriers(taobao, time), new TradeDecision(new TradeRemarks(options)), options);
        return new TaobaoMarketplace(
            shop, reader, new TaobaoLists(taobao, options, reader), trades, new TaobaoStocks(taobao, options, time), shipping, new TaobaoMessages(taobao, options), time);
    }
}
