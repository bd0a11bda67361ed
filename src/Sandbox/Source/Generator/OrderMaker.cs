using System.Globalization;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Source.Generator;

/// <summary>Makes the order of a number: what it holds and what becomes of it. Durations are wall time.</summary>
internal sealed class OrderMaker(long seed, IReadOnlyList<Product> products)
{
    private static readonly TimeSpan OzonGivesUpAfter = TimeSpan.FromSeconds(90);

    public IReadOnlyList<Product> Products => products;

    public PlannedOrder Make(int index, DateTimeOffset appears)
    {
        var chance = new SeededRandom(seed, "order", index);
        var left = TimeSpan.FromSeconds(index < 3 ? 20 + 2 * index : index == 3 ? 66 : chance.Between(20, 240));
        var limit = RunClock.Round(appears + left);
        var lines = Lines(chance);
        var order = new PlannedOrder
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"01{Math.Abs(seed) % 1_000_000:000000}00-{index + 1:0000}-1"),
            OrderId = 35_000_000_001 + index,
            OrderNumber = string.Create(CultureInfo.InvariantCulture, $"01{Math.Abs(seed) % 1_000_000:000000}00-{index + 1:0000}"),
            Appears = appears,
            Limit = limit,
            Lines = lines,
        };
        return Oddities.Of(index, Fate(order, left, chance), products);
    }

    private OrderLine[] Lines(SeededRandom chance)
    {
        var count = chance.NextShare() switch { < 0.65 => 1, < 0.9 => 2, _ => 3 };
        return Enumerable.Range(0, count)
            .Select(_ => new OrderLine(Pick(chance), chance.Chance(0.8) ? 1 : 2 + chance.Below(3)))
            .DistinctBy(line => line.Product.OfferId)
            .ToArray();
    }

    private Product Pick(SeededRandom chance) =>
        chance.Chance(0.12) ? products[chance.Below(Catalog.Scarce)] : products[Catalog.Scarce + chance.Below(Catalog.Ordinary - Catalog.Scarce)];

    /// <summary>Most ship, some of them late; some are cancelled, before or after; the limit of some is moved.</summary>
    private static PlannedOrder Fate(PlannedOrder order, TimeSpan left, SeededRandom chance)
    {
        var moved = Moved(order, left, chance);
        var limit = moved.Moves is [.., { Limit: { } last }] ? last : order.Limit;
        var fate = chance.NextShare();
        var ships = RunClock.Round(order.Appears + (limit - order.Appears) * chance.Between(0.35, 1.12));
        var planned = fate switch
        {
            < 0.05 => moved,
            < 0.12 => moved with { Cancels = RunClock.Round(order.Appears + (limit - order.Appears) * chance.Between(0.1, 0.95)) },
            < 0.15 => moved with { Ships = ships, Late = ships > limit, CancelledAfterShip = TimeSpan.FromSeconds(chance.Between(2, 30)) },
            _ => moved with { Ships = ships, Late = ships > limit },
        };
        return planned.Cancels is null
            ? planned with { OnItsWay = TimeSpan.FromSeconds(chance.Between(60, 180)), Cancels = limit + OzonGivesUpAfter, CancelledBy = "ozon" }
            : planned;
    }

    private static PlannedOrder Moved(PlannedOrder order, TimeSpan left, SeededRandom chance)
    {
        var (moves, at, by, emptyFirst) = (chance.Chance(0.1), chance.Between(0.15, 0.4), chance.Between(-0.25, 0.8), chance.Chance(0.5));
        if (!moves || left < TimeSpan.FromSeconds(30))
        {
            return order;
        }

        var moment = RunClock.Round(order.Appears + left * at);
        var limit = RunClock.Round(order.Limit + left * by);
        return order with
        {
            Moves = emptyFirst
                ? [new CutoffMove(moment, null), new CutoffMove(moment.AddSeconds(1.5), limit)]
                : [new CutoffMove(moment, limit)],
        };
    }
}
