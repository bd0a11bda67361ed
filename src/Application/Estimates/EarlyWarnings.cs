using Microsoft.Extensions.Logging;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Estimates;

/// <summary>Gives an order the instant of its early warning, when it comes and when its deadline moves; nothing looks for it later.</summary>
public sealed class EarlyWarnings(ShopPaces paces, EarlyWarningPolicy policy, Ladder ladder, ILogger<EarlyWarnings> log)
{
    /// <summary>How orders of a pool are to be planned now.</summary>
    /// <returns>A warning in advance is an addition: where the history does not answer, orders do without.</returns>
    public async Task<EarlyPlan> PlanAsync(PoolName pool, CancellationToken cancel)
    {
        try
        {
            return new EarlyPlan(policy, ladder, policy.IsOff ? new Dictionary<string, HandOverPace>() : await paces.OfAsync(pool, cancel));
        }
        catch (LedgerUnreachableException silence)
        {
            GuardLog.LedgerSilent(log, pool.Value, silence.Message);
            return new EarlyPlan(policy, ladder, new Dictionary<string, HandOverPace>());
        }
    }
}

/// <param name="Paces">By shop, those that are known.</param>
public sealed record EarlyPlan(EarlyWarningPolicy Policy, Ladder Ladder, IReadOnlyDictionary<string, HandOverPace> Paces)
{
    /// <summary>Whether an order that changed needs to be planned: it is new, open again, or its deadline is another one.</summary>
    /// <param name="before">The order as it was; null when it is new.</param>
    public static bool Concerns(Order? before, Order after) =>
        after.State.IsOpen() && after.ShipBy is not null && (before is null || !before.State.IsOpen() || before.ShipBy != after.ShipBy);

    /// <summary>The order with the instant of its early warning, and the next look at it.</summary>
    public Order Of(Order order, Instant now)
    {
        var planned = order with { EarlyAt = Policy.For(order, Paces.GetValueOrDefault(order.Key.Shop, HandOverPace.Unknown), Ladder, now) };
        return planned with { LookAt = DeadlinePolicy.FirstLook(planned, Ladder, now) };
    }
}
