using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Estimates;

/// <summary>What is to be expected of an open order, and why.</summary>
/// <param name="ChanceToMiss">From 0 to 1: the chance that it is handed over after its deadline. 1 once the deadline has passed.</param>
/// <param name="AtStake">The order's value; null where prices are unknown.</param>
public sealed record OrderOutlook(double ChanceToMiss, Money? AtStake, OutlookReason Reason)
{
    /// <value>Working time until the deadline; zero once it has passed, and where nobody works before it.</value>
    public Duration WorkingLeft => Reason.Left;

    /// <value>Whether the shop has handed over too few orders yet for its own pace to count for much.</value>
    public bool IsGuess => Reason.IsGuess;

    /// <summary>The outlook at an instant. Null where there is none: the order is closed, or has no deadline for handing over.</summary>
    public static OrderOutlook? Of(Order order, HandOverPace pace, WorkCalendar calendar, Instant now)
    {
        if (HandOver.Of(order) is not { } open || !order.State.IsOpen())
        {
            return null;
        }

        var (lain, left) = (calendar.WorkingTime(open.SeenFrom, now), calendar.WorkingTime(now, open.ShipBy));
        return new OrderOutlook(pace.ChanceToMiss(lain, left), order.Value, new OutlookReason(pace.UsualWait, pace.Record.HandOvers, pace.IsGuess, lain, left));
    }
}

/// <summary>Where a chance comes from, so that a page can say: usually handed over within 5 working hours, by 40 orders; this one has lain for 9, and 2 are left.</summary>
/// <param name="UsualWait">Working time that the shop's orders lie near their deadlines before they are handed over, on average.</param>
/// <param name="OrdersCounted">The shop's own orders behind it; with none it is what is taken of a shop that nobody knows.</param>
/// <param name="Lain">Working time that this order has lain open.</param>
/// <param name="Left">Working time that is left until its deadline.</param>
public sealed record OutlookReason(Duration UsualWait, int OrdersCounted, bool IsGuess, Duration Lain, Duration Left);
