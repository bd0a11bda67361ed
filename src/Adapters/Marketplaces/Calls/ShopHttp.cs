using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.Clocks;
using ShipBy.Application.SelfWatch;

namespace ShipBy.Adapters.Marketplaces.Calls;

/// <summary>The HTTP client of one shop. It says nothing of what it sends: headers, addresses and bodies hold keys.</summary>
internal static class ShopHttp
{
    /// <param name="client">The client's name; see <see cref="IHttpClientFactory"/>.</param>
    /// <param name="shop">Whose answers tell how far its clock is from ours.</param>
    public static IServiceCollection AddShopHttp(this IServiceCollection services, string client, string shop, Action<HttpClient> configure)
    {
        var clock = new AnswerClock(shop);
        services.AddHttpClient(client, http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan;                // the pipeline ends a call
                http.MaxResponseContentBufferSize = 64 * 1024 * 1024;   // a page has 100 orders; what is larger is no page
                configure(http);
            })
            .ConfigurePrimaryHttpMessageHandler(Sockets)
            .AddHttpMessageHandler(provider => new ClockReadingHandler(clock, provider.GetRequiredService<TimeProvider>()))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();                // they can be told to write headers

        return services.AddSingleton<IForeignClock>(clock);
    }

    public static SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,      // a redirect would carry the key to whatever address it names, or us to an address nobody judged
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    };
}
