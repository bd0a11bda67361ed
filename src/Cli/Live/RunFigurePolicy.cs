using System.Text.Json;

namespace ShipBy.Cli.Live;

/// <summary>How each event changes the figures.</summary>
internal static class RunFigurePolicy
{
    private const string WarningsHeader = "X-ShipBy-Warnings";

    public static RunFigures After(this RunFigures figures, RunEvent happened) => happened switch
    {
        { Kind: "order_in", Order: { } number } => figures.With(number, order => order with { Deadline = happened.Instant("limit") ?? order.Deadline }),
        { Kind: "cutoff_moved", Order: { } number } => figures.With(number, order => order with { Deadline = happened.Instant("limit") ?? order.Deadline }),
        { Kind: "shipped" or "cancelled", Order: { } number } => figures.With(number, order => order with { ClosedOutside = true }),
        { Kind: "app_order", Order: { } number } => figures.With(number, order => order with { State = StateIn(happened) }),
        { Kind: "app_totals" } => figures with { Errors = happened.Number("errors") ?? figures.Errors },
        { Kind: "mail_accepted" } => figures.Mailed(WarningsIn(happened.Data)),
        { Kind: "fault" } => figures with { Faults = figures.Faults + 1 },
        { Kind: "refused" } => figures with { Refused = figures.Refused + 1 },
        _ => figures,
    };

    private static RunFigures With(this RunFigures figures, string number, Func<LiveOrder, LiveOrder> change) =>
        figures with { Orders = figures.Orders.SetItem(number, change(figures.Orders.GetValueOrDefault(number, new LiveOrder(number, null)))) };

    private static RunFigures Mailed(this RunFigures figures, IReadOnlyList<(string Order, string Rung)> named) => named
        .Aggregate(figures, (so, warning) => so.Orders.ContainsKey(warning.Order) ? so.With(warning.Order, order => order with { LastWarning = warning.Rung }) : so)
        with
        {
            Mails = figures.Mails + 1,
            Warnings = figures.Warnings + named.Count,
        };

    private static AppState StateIn(RunEvent told) =>
        told.Has("shipped") || told.Has("cancelled") ? AppState.Closed
        : told.Has("set_aside") ? AppState.SetAside
        : told.Has("held") && !ReleasedAfterHold(told) ? AppState.Held
        : told.Has("short") ? AppState.Short
        : AppState.Pending;

    private static bool ReleasedAfterHold(RunEvent told) => told.Instant("released") >= told.Instant("held");

    /// <summary>The header is a list of <c>order/rung</c> or <c>order/rung@deadline</c>, orders percent-encoded.</summary>
    private static IReadOnlyList<(string Order, string Rung)> WarningsIn(JsonElement mail)
    {
        if (!mail.TryGetProperty("message", out var message) || !message.TryGetProperty("headers", out var headers) || headers.ValueKind is not JsonValueKind.Object)
        {
            return [];
        }

        return
        [
            .. from header in headers.EnumerateObject()
               where header.Name.Equals(WarningsHeader, StringComparison.OrdinalIgnoreCase) && header.Value.ValueKind is JsonValueKind.String
               from pair in header.Value.GetString()!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
               let slash = pair.LastIndexOf('/')
               where slash > 0
               select (Uri.UnescapeDataString(pair[..slash]), pair[(slash + 1)..].Split('@')[0]),
        ];
    }
}
