using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Alerts;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>Whether orders are due that no sweep came to, whatever its timer says: one request.</summary>
public sealed class LateSweepCheck(ILedger ledger, GuardOptions options) : ISelfCheck
{
    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.LateSweep];

    public Duration? Every => Duration.Zero;

    public async Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel)
    {
        var late = scope.Now - Duration.FromTimeSpan(options.SilentAfter);
        return await ledger.RangeAsync(scope.Pool, KeyRange.DueBy(late), 1, cancel) is [{ Row: DueRow due }]
            ? new SelfCheckAnswer([new OperationalFinding(OperationalAlertKind.LateSweep, scope.Pool.Value, Severity.Critical, new AlertFacts(due.At, scope.Now - due.At))])
            : SelfCheckAnswer.AllIsWell;
    }
}
