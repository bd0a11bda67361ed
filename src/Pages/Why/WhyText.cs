using ShipBy.Application.Quality;
using ShipBy.Domain.Quality;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Why;

/// <summary>Puts into words what went wrong with an order, and what it has in common with others.</summary>
internal static class WhyText
{
    /// <returns>One sentence each, without a stop.</returns>
    public static IEnumerable<string> WhatHappened(CauseCase one, Words words)
    {
        if (one.Order.WasCancelled)
        {
            yield return words.Why.CancelledBy(one.Order.CancelledBy ?? Canceller.Unknown);
        }

        if (one.LateBy is { } late)
        {
            var length = TimeLeft.Length(late, words.Time);
            yield return one.Order.WasCancelled ? words.Why.GivenUpLate(length) : one.IsOpen ? words.Why.OpenLate(length) : words.Why.ShippedLate(length);
        }
        else if (!one.Order.WasCancelled)
        {
            yield return words.Why.CancelledAfter;
        }
    }

    /// <summary>What the journal shows, with when it does and the marketplace's word.</summary>
    public static string? Evidence(TroubledOrder order, Words words, ShopClock clock) => order.Proposed is not { } reason ? null
        : words.Why.Reason(reason)
            + (order.ProposedAt is { } at ? words.SentenceGap + words.Why.Since(clock.Tell(at)) : "")
            + (order is { WasCancelled: true, CancelReason.Length: > 0 } ? words.SentenceGap + words.Why.Word(order.CancelReason) : "");

    public static string Value(Pattern pattern, Words words) => pattern.By switch
    {
        PatternBy.Weekday => words.Why.Weekday(pattern.Value),
        PatternBy.Hour => words.Why.HourOf(pattern.Value.PadLeft(2, '0') + ":00", pattern.Value.PadLeft(2, '0') + ":59"),
        _ => pattern.Value,
    };
}
