using NodaTime;
using ShipBy.Application.Reconciling;
using ShipBy.Domain.Alerts;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>Whether stock and index rows still follow from the orders. Nothing is repaired: a drift is a fault of ShipBy that somebody should see.</summary>
public sealed class DriftCheck(ReconcilePool reconcile) : ISelfCheck
{
    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.StockDrift];

    /// <value>Once a day: it reads the whole pool, under its turn.</value>
    public Duration? Every { get; } = Duration.FromDays(1);

    public async Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel)
    {
        var seen = await reconcile.RunAsync(scope.Pool, fix: false, "self-watch", cancel);
        return seen switch
        {
            { IsWhole: false } => SelfCheckAnswer.AllIsWell with { IsBlind = true, LookAgainIn = Duration.FromHours(1) },
            { Remaining.Count: 0 } => SelfCheckAnswer.AllIsWell,
            _ => new SelfCheckAnswer([new OperationalFinding(OperationalAlertKind.StockDrift, scope.Pool.Value, Severity.Critical, new AlertFacts(Count: seen.Remaining.Count, Other: seen.Orders))]),
        };
    }
}
