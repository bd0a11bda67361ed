using System.Globalization;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon.Explain;

/// <summary>What an error of any marketplace means for ShipBy.</summary>
internal static class ErrorTelling
{
    /// <param name="verdict">Null for no error at all.</param>
    public static string Of(MarketplaceException? verdict) => verdict switch
    {
        MarketplaceBusyException busy => $"Busy: left alone for {busy.RetryAfter.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s, then sent again.",
        MarketplaceUnauthorisedException unauthorised => unauthorised.Message,
        MarketplaceUnreachableException => "A fault of the marketplace: a read is sent again, and after a write the posting is read back.",
        MarketplaceRefusedException refused => $"{refused.Message}. Sending it again cannot help.",
        _ => "No error that we know.",
    };
}
