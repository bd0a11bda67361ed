using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Stock;

/// <summary>First come, first served: gives each waiting order all of its units, or says what it lacks.</summary>
public static class ReservationPolicy
{
    /// <param name="waiting">In any order; by the marketplace's time the first is served first, whenever it was taken in; ties by that, then by number.</param>
    /// <param name="shelf">Stock of every product in question; a product that is missing counts as none.</param>
    /// <returns>One answer an order, in the order served, and the shelf afterwards.</returns>
    public static (IReadOnlyList<Reservation> Answers, Shelf Shelf) Decide(IEnumerable<Order> waiting, Shelf shelf, Instant now)
    {
        var answers = new List<Reservation>();
        foreach (var order in waiting.OrderBy(order => order.OrderedAt).ThenBy(order => order.TakenAt).ThenBy(order => order.Key.Number, StringComparer.Ordinal))
        {
            var answer = Answer(order, shelf, now);
            if (answer is Reservation.Made)
            {
                shelf = shelf.Hold(order.Lines);
            }

            answers.Add(answer);
        }

        return (answers, shelf);
    }

    private static Reservation Answer(Order order, Shelf shelf, Instant now)
    {
        if (order.State is not (OrderState.Pending or OrderState.OutOfStock))
        {
            return new Reservation.AlreadyDecided(order);
        }

        var missing = shelf.MissingFor(order.Lines);
        return missing == 0
            ? new Reservation.Made((order with { State = OrderState.Held, HeldAt = now, MissingUnits = 0 }).NotedSince(order, now))
            : new Reservation.OutOfStock(
                (order with { State = OrderState.OutOfStock, OutOfStockAt = order.OutOfStockAt ?? now, ShortAtFirst = order.ShortAtFirst ?? (order.OutOfStockAt is null ? missing : null), MissingUnits = missing }).NotedSince(order, now),
                IsNews: order.State == OrderState.Pending || order.MissingUnits != missing);
    }
}
