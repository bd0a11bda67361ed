using System.Globalization;
using ShipBy.Cli.Reports;

namespace ShipBy.Cli.Screen;

/// <summary>The report in the words and the order in which the summary shows it.</summary>
internal static class ReportLines
{
    public static IEnumerable<(string Name, string Value)> Of(RunReport report) =>
    [
        ("orders seen", $"{Text(report.OrdersSeen)} of {Text(report.OrdersInSource)}"),
        ("  held", Text(report.Number("orders_held"))),
        ("  out of stock", Text(report.Number("orders_out_of_stock"))),
        ("  set aside", Text(report.Number("orders_set_aside"))),
        ("  cancelled before a hold", Text(report.Number("orders_cancelled_before_hold"))),
        ("units oversold", Text(report.Oversold)),
        ("warnings due", Text(report.WarningsDue)),
        ("warnings sent", Text(report.WarningsSent)),
        ("warnings missing", Text(report.WarningsMissing)),
        ("warnings duplicated", Text(report.WarningsDuplicated)),
        ("warnings unknown", Text(report.WarningsUnknown)),
        ("mails accepted", Text(report.Number("mails_accepted"))),
        ("late orders", $"{Text(report.Number("late_orders"))}, warned before {Text(report.Number("late_orders_warned_before_deadline"))}"),
        ("push to held", report.Number("push_to_held") is > 0 and var pushed ? $"half within {Text(report.Number("push_to_held_p50_ms"))} ms, 99 of 100 within {Text(report.Number("push_to_held_p99_ms"))} ms, of {Text(pushed)}" : "no push came before a poll"),
        ("open at the end", Text(report.Number("open_at_end"))),
        ("errors", Text(report.Number("errors"))),
        ("storage requests", Text(report.Sum("storage_requests"))),
        ("seconds", Text(report.Number("duration_seconds"))),
        .. report.Channels.Select(channel => (channel.Name, channel.Words())),
    ];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
