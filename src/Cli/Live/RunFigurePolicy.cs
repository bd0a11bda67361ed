using ShipBy.Cli.Reports;

namespace ShipBy.Cli.Live;

/// <summary>How events and reports change the figures.</summary>
internal static class RunFigurePolicy
{
    public static RunFigures After(this RunFigures figures, RunEvent happened) => happened switch
    {
        { Kind: "order_in" or "cutoff_moved", Order: { } number } => figures.With(number, order => order with { Deadline = happened.Limit }),
        { Kind: "shipped" or "cancelled", Order: { } number } => figures.With(number, order => order with { IsOpen = false }),
        { Kind: "mail_accepted" } => figures.Mailed(happened.Warnings),
        { Kind: "fault" } => figures with { Faults = figures.Faults + 1 },
        _ => figures,
    };

    public static RunFigures After(this RunFigures figures, RunReport report) => figures with
    {
        App = new AppCounts(report.OrdersSeen, report.Number("orders_held"), report.Number("orders_out_of_stock"), report.Number("orders_set_aside")),
        Errors = report.Number("errors"),
        Channels = report.Channels,
    };

    private static RunFigures With(this RunFigures figures, string number, Func<LiveOrder, LiveOrder> change) =>
        figures with { Orders = figures.Orders.SetItem(number, change(figures.Orders.GetValueOrDefault(number, new LiveOrder(number, Deadline: null)))) };

    private static RunFigures Mailed(this RunFigures figures, IReadOnlyList<(string Order, string Rung)> named)
    {
        var counted = figures with { Mails = figures.Mails + 1, Warnings = figures.Warnings + named.Count };

        return named
            .Where(warning => figures.Orders.ContainsKey(warning.Order))
            .Aggregate(counted, (so, warning) => so.With(warning.Order, order => order with { LastWarning = warning.Rung }));
    }
}
