using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.Domain.Transit;
using static ShipBy.Domain.Quality.QualityMeasure;

namespace ShipBy.Domain.Quality;

/// <summary>What one order adds to which of the seller's days.</summary>
/// <remarks>
/// Of a closed order always the same, whenever it is asked: so days can be kept, and an order that changes later is taken off and put on again. An order is placed by
/// four dates: most figures by that of the order, lateness and warnings by the limit (an order that was never handed over has no other), accuracy and handling time by
/// the hand-over, the carrier's part by the promise to the buyer.
/// </remarks>
public static class QualityPolicy
{
    /// <value>A warning that comes later helps nobody who still has to pack.</value>
    public static Duration TimeToAct { get; } = Duration.FromHours(2);

    private const int Satisfying = 4;

    /// <param name="zone">The seller's: its days are counted.</param>
    /// <param name="now">Matters for an order that is open; of one that is closed any instant says the same.</param>
    /// <returns>A few days at most; nothing for what is no order.</returns>
    public static IReadOnlyDictionary<LocalDate, QualityTally> Of(Order order, DateTimeZone zone, Instant now)
    {
        if (!QualityFacts.Counts(order))
        {
            return new Dictionary<LocalDate, QualityTally>();
        }

        var facts = QualityFacts.Of(order, now);
        (Instant At, QualityTally Adds)[] parts =
        [
            (order.OrderedAt, ByOrder(order, facts)),
            .. facts is { Limit: { } limit, IsLate: { } isLate } ? [(limit, ByLimit(order, limit, isLate))] : Array.Empty<(Instant, QualityTally)>(),
            .. order is { State: OrderState.Shipped, ShippedAt: { } shipped } ? [(shipped, ByHandOver(order, shipped, facts))] : Array.Empty<(Instant, QualityTally)>(),
            .. order is { State: OrderState.Shipped, DeliverBy: { } promised } ? [(promised, ByPromise(order, promised))] : Array.Empty<(Instant, QualityTally)>(),
        ];
        return parts.Where(part => !part.Adds.IsNothing).GroupBy(part => part.At.InZone(zone).Date, part => part.Adds).ToDictionary(day => day.Key, QualityTally.Sum);
    }

    private static QualityTally ByOrder(Order order, QualityFacts facts)
    {
        var units = Shelf.UnitsOf(order.Lines).Sum(line => line.Units);
        var wasReserved = order.HeldAt is not null || order.OutOfStockAt is not null || order.ReleasedAt is not null;
        var missing = order.OutOfStockAt is null ? 0 : order.ShortAtFirst ?? (order.MissingUnits > 0 ? order.MissingUnits : units);
        return QualityTally.Of(
            [
                (Ordered, 1),
                (CancelledBySeller, One(facts.CancelledBy == Canceller.Seller)),
                (CancelledByBuyer, One(facts.CancelledBy == Canceller.Buyer)),
                (CancelledOtherwise, One(facts.WasCancelled && facts.CancelledBy is not (Canceller.Seller or Canceller.Buyer))),
                (Reserved, One(wasReserved)),
                (FilledAtOnce, One(wasReserved && order.OutOfStockAt is null)),
                (UnitsReserved, wasReserved ? units : 0),
                (UnitsFilledAtOnce, wasReserved ? Math.Max(0, units - missing) : 0),
                (Reviewed, One(order.Review is not null)),
                (Stars, order.Review ?? 0),
                (Satisfied, One(order.Review >= Satisfying)),
            ],
            facts.Defects);
    }

    private static QualityTally ByLimit(Order order, Instant limit, bool isLate)
    {
        var warned = order.Warned.Where(note => note.Fate == RungFate.Named && note.Rung is not (Rung.Reminder or Rung.NoPickUp)).Select(note => (Instant?)note.At).Min();
        var wasWarned = warned <= limit;        // that it is overdue is no warning
        return QualityTally.Of(
        [
            (Due, 1),
            (Late, One(isLate)),
            (Warned, One(wasWarned)),
            (WarnedAndSaved, One(!isLate && warned <= limit - TimeToAct)),
        ]);
    }

    /// <remarks>What was paid after it was handed over took no time.</remarks>
    private static QualityTally ByHandOver(Order order, Instant shipped, QualityFacts facts)
    {
        Duration? took = order.IsHandOverKnown ? Duration.Max(Duration.Zero, shipped - (order.PaidAt ?? order.OrderedAt)) : null;
        return QualityTally.Of(
            [
                (Shipped, 1),
                (Inaccurate, One(facts.Defects.Has(DefectKinds.Inaccurate))),
                (Timed, One(took is not null)),
                (MinutesTaken, took is { } time ? (long)time.TotalMinutes : 0),
            ],
            took: took is { } length ? HandlingTimes.Of(length) : null);
    }

    private static QualityTally ByPromise(Order order, Instant promised) => QualityTally.Of(
    [
        (Delivered, One(order.ArrivedAt is not null)),
        (DeliveredInTime, One(order.ArrivedAt <= promised)),
        (Undelivered, One(order.ArrivedAt is null && (order.CarrierTold is not null || order.Transit is { Sign: not TransitSign.HandedOver }))),
    ]);

    private static long One(bool holds) => holds ? 1 : 0;
}
