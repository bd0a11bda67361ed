using Microsoft.Extensions.Logging;

namespace ShipBy.Adapters.Marketplaces.Calls;

/// <summary>What is said of single calls to a marketplace. Methods and numbers only: no key, no payload.</summary>
internal static partial class CallLog
{
    [LoggerMessage(4001, LogLevel.Information, "Shop {Shop}: {Method} did not answer ({Reason}); sent again in {Pause}.")]
    public static partial void Again(ILogger log, string shop, string method, string reason, TimeSpan pause);

    [LoggerMessage(4002, LogLevel.Warning, "Shop {Shop}: {Method} asked for quiet; left alone for {Pause}.")]
    public static partial void Quiet(ILogger log, string shop, string method, TimeSpan pause);
}
