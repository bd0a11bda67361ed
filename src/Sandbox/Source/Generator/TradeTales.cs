using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Source.Generator;

/// <summary>Draws what is special about trades on Taobao. Most are ordinary.</summary>
/// <remarks>The seller is in a hurry: while a refund or the rest of the money is open it is tried already to have the trade shipped.</remarks>
internal static class TradeTales
{
    /// <value>One of each kind that any trade may have among the first, and one in parts where it has the lines.</value>
    private static readonly double[] First = [0.1, 0.2, 0.7, 0.3, 0.01, 0.45];

    private static readonly TimeSpan NeverInThisRun = TimeSpan.FromDays(1);

    /// <param name="chance">Of this trade, for nothing else.</param>
    /// <param name="before">How many trades with a tale came before it.</param>
    /// <param name="scarce">Products that may run out: a line of one is never refunded alone, because whose units it took and when only the app could tell.</param>
    public static PlannedOrder Drawn(PlannedOrder order, SeededRandom chance, int before, IReadOnlySet<string> scarce)
    {
        var (drawn, after, lasts, tried) = (chance.NextShare(), chance.Between(3, 6), chance.Between(8, 13), chance.Between(1, 4));
        if (!MayHaveOne(order))
        {
            return order;
        }

        var draw = before < First.Length ? First[before] : drawn;
        var from = At(order.Due, after);
        var until = At(from, lasts);
        var alone = order.Lines.Count < 2 ? -1 : order.Lines.Index().LastOrDefault(line => !scarce.Contains(line.Item.Product.OfferId), (-1, null!)).Index;
        return draw switch
        {
            < 0.03 => NotPaid(order, until),
            < 0.14 => Leaving(order with { Paid = until, Trade = new TradeTale { IsPresale = true } }, tried < 2.5 ? At(until, -tried) : At(until, tried)),
            < 0.28 => Leaving(order with { Trade = new TradeTale { Refund = new RefundTale(from, until, Succeeds: false) } }, At(from, tried)),
            < 0.36 => order with
            {
                Ships = null,
                Late = false,
                Cancels = until,
                CancelledBy = "client",
                Trade = new TradeTale { Refund = new RefundTale(from, until, Succeeds: true) },
            },
            < 0.60 when alone >= 0 => NotBefore(order with { Trade = new TradeTale { Refund = new RefundTale(from, until, Succeeds: true, alone) } }, At(until, 5)),
            < 0.85 when order.Lines.Count > 1 => NotBefore(order with { Trade = new TradeTale { FirstLineLeaves = from } }, At(from, 4 + tried)),
            _ => order,
        };
    }

    private static bool MayHaveOne(PlannedOrder order) =>
        order is { OddStatus: null, CancelledAfterShip: null, Ships: not null } && order.Limit > order.Appears && order.Lines.All(line => line.Quantity > 0);

    /// <summary>The deposit is forfeited.</summary>
    private static PlannedOrder NotPaid(PlannedOrder order, DateTimeOffset ends) => order with
    {
        Paid = ends + NeverInThisRun,
        Ships = null,
        Late = false,
        Cancels = ends,
        CancelledBy = "client",
        Trade = new TradeTale { IsPresale = true },
    };

    private static PlannedOrder Leaving(PlannedOrder order, DateTimeOffset at) => order with { Ships = at, Late = at > order.LastLimit };

    private static PlannedOrder NotBefore(PlannedOrder order, DateTimeOffset at) => order.Ships > at ? order : Leaving(order, at);

    private static DateTimeOffset At(DateTimeOffset from, double seconds) => RunClock.Round(from.AddSeconds(seconds));
}
