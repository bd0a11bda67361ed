using NodaTime;
using ShipBy.Domain.Calendars;

namespace ShipBy.Domain.Deadlines;

/// <summary>How long an order may take from its payment to the carrier.</summary>
/// <param name="Calendar">Whose working time is counted; null: the clock runs through nights and holidays.</param>
/// <param name="OrderCutOff">Orders after this time of the calendar's day count from the next working day. Null: every order counts at once.</param>
public sealed record HandlingTime(Duration Length, WorkCalendar? Calendar = null, LocalTime? OrderCutOff = null)
{
    /// <summary>The limit of an order that began at <paramref name="start"/>.</summary>
    /// <remarks>Where the calendar has not so much working time within a year, the clock counts instead: early is safe.</remarks>
    public Instant EndFrom(Instant start) => Calendar is null ? start + Length : Calendar.After(BeginsAt(start), Length) ?? start + Length;

    /// <summary>From when the time of an order of <paramref name="start"/> counts: at once, or from the next working day where it came after the cut-off.</summary>
    public Instant BeginsAt(Instant start) => OrderCutOff is { } cutOff ? Calendar?.BeginsAt(start, cutOff) ?? start : start;

    /// <value>Such as <c>48 h</c> or <c>16 working h</c>.</value>
    public string InWords => FormattableString.Invariant($"{Length.TotalHours:0.##} {(Calendar is null ? "h" : "working h")}");
}
