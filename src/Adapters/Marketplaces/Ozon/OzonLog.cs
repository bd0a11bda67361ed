using Microsoft.Extensions.Logging;

namespace ShipBy.Adapters.Marketplaces.Ozon;

/// <summary>All that the Ozon client says. Methods and numbers only: no key, no payload.</summary>
internal static partial class OzonLog
{
    [LoggerMessage(4003, LogLevel.Warning, "Shop {Shop}: {Method} calls a period of {Hours} h too long; halved.")]
    public static partial void Halved(ILogger log, string shop, string method, double hours);

    [LoggerMessage(4004, LogLevel.Warning, "Shop {Shop}: stock by warehouse is not to be had ({Code}); read by product instead.")]
    public static partial void StockByProduct(ILogger log, string shop, string code);

    [LoggerMessage(4005, LogLevel.Warning, "Shop {Shop}: somebody at {Address}, who is not of ShipBy__PushSources, rang with the right secret; not answered. If it is the marketplace, add its network; if not, change ShipBy__PushSecret.")]
    public static partial void PushFromElsewhere(ILogger log, string shop, string address);
}
