using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Source.Generator;

/// <summary>Draws how buyers of the shop of webhooks change their orders after they were told.</summary>
internal static class OrderEdits
{
    private const double Share = 0.15;

    /// <value>The seller does not hand over what has just been changed.</value>
    private static readonly TimeSpan KnownAfter = TimeSpan.FromSeconds(8);

    /// <param name="scarce">Products that may run out: of these nobody orders more or less, because whose units it took and when only the app could tell.</param>
    public static PlannedOrder Drawn(PlannedOrder order, SeededRandom chance, IReadOnlySet<string> scarce)
    {
        var (isEdited, after, line, units) = (chance.Chance(Share), chance.Between(4, 9), chance.Below(order.Lines.Count), 1 + chance.Below(3));
        var at = RunClock.Round(order.Due.AddSeconds(after));
        if (!isEdited || order is not { OddStatus: null, CancelledAfterShip: null, Ships: not null } || order.Moves.Count > 0
            || order.Lines.Any(one => one.Quantity <= 0 || scarce.Contains(one.Product.OfferId) || one.Product.StockAtStart is null))
        {
            return order;
        }

        var lines = order.Lines.Select((one, index) => index != line ? one : one with { Quantity = one.Quantity + units }).ToArray();
        var ships = order.Ships > at + KnownAfter ? order.Ships : at + KnownAfter;
        return order with { Edit = new OrderEdit(at, lines), Ships = ships, Late = ships > order.LastLimit };
    }
}
