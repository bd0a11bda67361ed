namespace ShipBy.Cli.Reports;

/// <summary>What must be right at the end of a run.</summary>
internal static class VerdictPolicy
{
    /// <returns>A sentence for each figure that is wrong; empty: all is well.</returns>
    public static IReadOnlyList<string> Complaints(this RunReport report) =>
    [
        .. Unless(report.OrdersSeen == report.OrdersInSource, $"orders_seen is {report.OrdersSeen} and should be {report.OrdersInSource}, as many as the source holds"),
        .. Unless(report.Oversold == 0, $"oversold_units is {report.Oversold} and should be 0"),
        .. Unless(report.WarningsMissing == 0, $"warnings_missing is {report.WarningsMissing} and should be 0"),
        .. Unless(report.WarningsDuplicated == 0, $"warnings_duplicated is {report.WarningsDuplicated} and should be 0"),
        .. report.Channels.SelectMany(channel => channel.Complaints()),
    ];

    private static IEnumerable<string> Unless(bool right, string complaint) => right ? [] : [complaint];
}
