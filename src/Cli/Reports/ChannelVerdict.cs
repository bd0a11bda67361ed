using System.Globalization;

namespace ShipBy.Cli.Reports;

/// <summary>What must be right of each shop at the end of a run of several.</summary>
internal static class ChannelVerdict
{
    /// <value>Seconds without new orders after which every shop has the ledger's numbers.</value>
    public const double MostQuiet = 90;

    /// <summary>Figures that should be 0.</summary>
    private static readonly string[] Faultless =
        ["shipped_more_than_once", "not_shipped", "parcels_not_taken", "tracking_numbers_written_more_than_once", "tracking_numbers_wrong", "messages_not_taken", "stock_differs", "parcels_missed", "shipped_too_soon", "messages_forged_taken"];

    /// <returns>A sentence for each figure that is wrong; empty: all is well.</returns>
    public static IEnumerable<string> Complaints(this ChannelFigures channel) =>
    [
        .. Unless(channel.OrdersSeen == channel.OrdersInSource, channel, $"orders_seen is {channel.OrdersSeen} and should be {channel.OrdersInSource}"),
        .. Unless(channel.NumbersWritten == channel.NumbersDue, channel, $"tracking_numbers_written is {channel.NumbersWritten} and should be {channel.NumbersDue}, one for each parcel that the seller handed over"),
        .. Faultless.SelectMany(name => Unless(channel.Number(name) == 0, channel, $"{name} is {channel.Number(name)} and should be 0")),
        .. Unless(
            channel.QuietSeconds is null or <= MostQuiet,
            channel,
            string.Create(CultureInfo.InvariantCulture, $"stock_as_available_after_seconds is {channel.QuietSeconds} and should be at most {MostQuiet}")),
        .. Unless(
            channel.Number("held_not_packed") == 0 || channel.Shipped > 0,
            channel,
            $"held_not_packed is {channel.Number("held_not_packed")} and nothing was packed"),
    ];

    private static IEnumerable<string> Unless(bool right, ChannelFigures channel, string complaint) => right ? [] : [$"{channel.Name}: {complaint}"];
}
