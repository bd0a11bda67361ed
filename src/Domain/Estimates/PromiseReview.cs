using NodaTime;

namespace ShipBy.Domain.Estimates;

/// <summary>A shop's handling time as it is set, beside the one that its record advises.</summary>
/// <param name="Advice">What could be promised.</param>
/// <param name="Set">The working time that is promised; null where the shop sets none and the marketplace alone decides.</param>
/// <param name="AsSet">How the promise that is set fared in the same orders; null without one, and where too little is known.</param>
public sealed record PromiseReview(HandlingTimeAdvice Advice, Duration? Set, HandlingTimeAdvice.Promise? AsSet)
{
    /// <value>A promise has to become shorter by a quarter to be worth a change: an hour more or less is this week's weather.</value>
    private const double ShorterByEnough = 0.75;

    /// <param name="took">As <see cref="HandlingTimeAdvice.Of"/> takes it.</param>
    /// <param name="lain">As <see cref="HandlingTimeAdvice.Of"/> takes it.</param>
    public static PromiseReview Of(HandlingTimes took, HandlingTimes lain, Duration? set)
    {
        var advice = HandlingTimeAdvice.Of(took, lain);
        return new PromiseReview(advice, set, set is { } length && advice is HandlingTimeAdvice.Promise ? HandlingTimeAdvice.Judge((int)length.TotalHours, took, lain) with { Length = length } : null);
    }

    /// <value>Whether the seller had better set another one: what is set is not kept, or much less can be promised.</value>
    public bool AsksForChange => AsSet is { } set && Advice is HandlingTimeAdvice.Promise can && (!set.IsKept || can.Length <= set.Length * ShorterByEnough);
}
