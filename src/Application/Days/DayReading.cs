using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.History;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Days;

/// <summary>Orders of all pools, read at one instant, as a plan or a report of a day.</summary>
/// <param name="MaxWeight">What the lines may weigh together.</param>
internal sealed record DayReading(IReadOnlyList<Order> Orders, Ladder Ladder, Instant Now, int MaxWeight)
{
    /// <value>More would make a letter that nobody reads to its end; the page has the rest.</value>
    private const int MostLines = 60;

    private const int MostNext = 10;

    public DayPlan Plan(LocalDate day, Instant until)
    {
        var due = DueBefore(until);
        var listed = Fitting(due, MostLines).ToLookup(PickUpOf);
        return new DayPlan(
            day,
            until,
            due.Count,
            due.Count(order => order.ShipBy < Now),
            due.Count(order => order.State == OrderState.OutOfStock),
            due.Count(order => order.State == OrderState.SetAside),
            due.Where(order => order.ShipBy >= Now).Min(order => order.ShipBy),
            [.. due.GroupBy(PickUpOf).Select(group => new PickUp(group.Key.Carrier, group.Key.At, group.Count(), [.. listed[group.Key].Select(Line)]))]);
    }

    /// <param name="ofDay">The seller's day.</param>
    /// <param name="gone">What was closed on the day and has left the ledger.</param>
    /// <param name="said">Notices of the day that reached their end.</param>
    public DayReport Report(LocalDate day, Interval ofDay, Instant endOfNext, DayTotals gone, IReadOnlyList<Notice> said)
    {
        var closed = Orders.Where(order => order.ClosedAt is { } at && ofDay.Contains(at)).Select(DayTotals.Of).Aggregate(gone, (sum, one) => sum + one);
        var next = DueBefore(endOfNext);
        return new DayReport(
            day,
            closed.Shipped,
            closed.ShippedLate,
            closed.Cancelled,
            said.SelectMany(notice => notice.Warnings).Select(line => line.Order).Distinct().Count(),
            said.Count(notice => notice.Route is AlertRoute.MainMail or AlertRoute.SecondMail),
            Orders.Count(order => order.State.IsOpen()),
            Orders.Count(order => order.State.IsOpen() && order.ShipBy < Now),
            next.Count,
            [.. Fitting(next, MostNext).Select(Line)]);
    }

    /// <remarks>Where the carrier's times are known, the deadline is the last one before the limit.</remarks>
    private static (string? Carrier, Instant? At) PickUpOf(Order order) => (order.Carrier, order.ShipByRule?.PickUp == CarrierPickUp.LastBeforeLimit ? order.ShipBy : null);

    private List<Order> DueBefore(Instant end) =>
        [.. Orders.Where(order => order.State.IsOpen() && order.ShipBy < end).OrderBy(order => order.ShipBy).ThenBy(order => order.Key.Number, StringComparer.Ordinal)];

    private IEnumerable<Order> Fitting(IEnumerable<Order> orders, int most)
    {
        var weight = 0;
        return orders.Take(most).TakeWhile(order => (weight += LedgerRow.WeightOf(Line(order))) <= MaxWeight);
    }

    private WarningLine Line(Order order) => WarningLines.Of(order, [], Ladder, Now);
}
