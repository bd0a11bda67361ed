using ShipBy.Sandbox.App;

namespace ShipBy.Sandbox.Reporting;

internal enum Outcome
{
    Undecided,
    Held,
    OutOfStock,
    SetAside,
    CancelledBeforeHold,
}

/// <summary>What happened to an order first, by the app's own instants.</summary>
internal static class FirstOutcome
{
    public static Outcome Of(AppOrder order)
    {
        (DateTimeOffset? At, Outcome What)[] told =
            [(order.Held ?? order.Shipped, Outcome.Held), (order.Short, Outcome.OutOfStock), (order.SetAside, Outcome.SetAside), (order.Cancelled, Outcome.CancelledBeforeHold)];
        return told
            .Where(one => one.At is not null)
            .OrderBy(one => one.At)
            .Select(one => one.What)
            .FirstOrDefault(Outcome.Undecided);
    }
}
