using NodaTime;
using ShipBy.Domain.Calendars;

namespace ShipBy.Domain.Estimates;

/// <summary>Which handling time a shop can promise, by what it has kept.</summary>
public abstract record HandlingTimeAdvice
{
    private HandlingTimeAdvice() { }

    /// <value>Hand-overs that an advice needs: with fewer a single one weighs more than all that may miss the promise.</value>
    public const int Fewest = 20;

    /// <value>Orders looked at, the latest: older ones tell how the shop was, not how it is.</value>
    public const int Latest = 200;

    /// <value>Of a hundred orders so many have to keep the promise.</value>
    public const int KeptOfHundred = 95;

    /// <summary>This handling time would have been kept.</summary>
    /// <param name="Length">Working time from when the shop could see an order to its hand-over, in whole hours, at least one.</param>
    /// <param name="Orders">How many could be judged.</param>
    /// <param name="Kept">How many of them kept it.</param>
    public sealed record Promise(Duration Length, int Orders, int Kept) : HandlingTimeAdvice;

    /// <param name="HandOvers">So many there were; <see cref="Fewest"/> are needed.</param>
    public sealed record NotEnoughOrders(int HandOvers) : HandlingTimeAdvice;

    /// <summary>What the shop's record showed at an instant. Nothing later than <paramref name="at"/> goes into it.</summary>
    /// <remarks>
    /// Cancelled orders tell nothing. One that still lies counts as a broken promise as soon as it has lain for longer than that, and is not judged before: else a shop would look
    /// the quicker, the more it leaves lying.
    /// </remarks>
    public static HandlingTimeAdvice Of(IEnumerable<HandOver> record, WorkCalendar calendar, Instant at)
    {
        var orders = record.Where(order => order.SeenFrom < at && !(order.HandedOverAt is null && order.ClosedAt <= at))
            .OrderByDescending(order => order.SeenFrom).Take(Latest)
            .ToLookup(order => order.HandedOverAt <= at, order => HoursOf(calendar.WorkingTime(order.SeenFrom, order.HandedOverAt is { } end && end <= at ? end : at)));
        var (took, lain) = (orders[true].ToList(), orders[false].ToList());

        return took.Count < Fewest ? new NotEnoughOrders(took.Count) : took.Concat(lain).Distinct().Order().Select(JudgeOf).First(IsKept);

        Promise JudgeOf(int hours) => new(Duration.FromHours(hours), took.Count + lain.Count(one => one > hours), took.Count(one => one <= hours));
    }

    private static bool IsKept(Promise promise) => promise.Kept * 100 >= promise.Orders * KeptOfHundred;

    /// <remarks>A promise is made in whole hours, and so each order is measured by the first whole hour that would have held it.</remarks>
    private static int HoursOf(Duration worked) => Math.Max(1, (int)Math.Ceiling(worked.TotalHours));
}
