using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Deadlines;

/// <summary>Chooses the one deadline that an order has at a time, from all limits known.</summary>
/// <remarks>
/// The earliest of the limits that count at the posting's stage wins, so that a stage passed brings the next limit up. Whatever needs the carrier is moved to the
/// last pick-up before it. A limit that has passed stays: the order is overdue, and no later limit makes it less so.
/// </remarks>
public static class DeadlineInForce
{
    /// <param name="known">The order as the ledger has it; null when it does not.</param>
    /// <returns>Null where nobody set a limit. An order that has a deadline keeps it then.</returns>
    public static ShipByDate? Of(Posting posting, Order? known, DispatchRules rules, Instant now)
    {
        var stated = StatedFor(posting, known);
        IReadOnlyList<Limit> limits = stated.Count > 0 ? stated : [.. new[] { rules.LimitOf(posting, known, now) }.OfType<Limit>()];

        return limits.Where(limit => limit.Clock.RunsIn(posting.Status)).OrderBy(limit => limit.Clock)
            .Select(limit => DateOf(limit, posting, rules, now)).MinBy(date => date.At);
    }

    /// <remarks>Where the marketplace takes its hand-over limit back (a slot that was removed, and the new one is not told yet), the old one holds: early is safe.</remarks>
    private static List<Limit> StatedFor(Posting posting, Order? known)
    {
        List<Limit> limits = [.. posting.ShipBy is { } shipBy ? [new Limit(LimitClock.HandOver, shipBy, DeadlineRule.PlatformLimit)] : Array.Empty<Limit>(), .. posting.Limits];
        if (limits.All(limit => limit.Clock != LimitClock.HandOver) && HandOverToldBefore(known) is { } before)
        {
            limits.Add(before);
        }

        return limits;
    }

    private static Limit? HandOverToldBefore(Order? known) => known switch
    {
        { ShipByRule: { Kind: DeadlineRule.PlatformLimit or DeadlineRule.PromisedTime or DeadlineRule.HoursAfterPayment } rule } =>
            new Limit(LimitClock.HandOver, rule.Limit, rule.Kind, rule.Detail),
        { ShipByRule: null, ShipBy: { } deadline } => new Limit(LimitClock.HandOver, deadline, DeadlineRule.PlatformLimit),
        _ => null,
    };

    private static ShipByDate DateOf(Limit limit, Posting posting, DispatchRules rules, Instant now)
    {
        var rule = new ShipByRule(limit.Rule, limit.At, limit.Detail);
        return rules.PickUps is not { } plan || !limit.Clock.NeedsTheCarrier() || !posting.Status.IsOpen() ? new ShipByDate(limit.At, rule)
            : plan.Latest(now, limit.At) is { } pickUp ? new ShipByDate(pickUp, rule with { PickUp = CarrierPickUp.LastBeforeLimit })
            : new ShipByDate(limit.At, rule with { PickUp = CarrierPickUp.NoneLeft });
    }
}
