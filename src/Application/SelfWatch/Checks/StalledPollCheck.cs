using NodaTime;
using ShipBy.Application.Intake;
using ShipBy.Application.Settings;
using ShipBy.Domain.Alerts;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>Whether each shop is read whole. What waiting cannot help is told soon, the rest after <see cref="GuardOptions.OutageAfter"/>.</summary>
public sealed class StalledPollCheck(GuardOptions options) : ISelfCheck
{
    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.StalledPoll, OperationalAlertKind.KeyRefused];

    public Duration? Every => null;

    public Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel)
    {
        var shops = scope.Marketplaces.Select(marketplace => marketplace.Shop.Name).ToHashSet();
        return Task.FromResult(new SelfCheckAnswer([.. scope.Rows.Watches.Where(watch => shops.Contains(watch.Shop)).Select(watch => FindingOf(watch, scope.Now)).OfType<OperationalFinding>()]));
    }

    private OperationalFinding? FindingOf(WatchRow watch, Instant now)
    {
        if (watch.FailingSince is not { } failing)
        {
            return null;
        }

        var facts = new AlertFacts(watch.ReadUpTo, now - (watch.ReadUpTo ?? failing), Detail: watch.Failure?.What ?? "");
        return watch.Failure?.Kind switch
        {
            ReadingFailureKind.Unauthorised => new OperationalFinding(OperationalAlertKind.KeyRefused, watch.Shop, Severity.Critical, facts) { Since = failing },
            ReadingFailureKind.Refused => new OperationalFinding(OperationalAlertKind.StalledPoll, watch.Shop, Severity.Critical, facts) { Since = failing },
            _ => IsStalled(watch, now) ? new OperationalFinding(OperationalAlertKind.StalledPoll, watch.Shop, Severity.Critical, facts) { Since = failing } : null,
        };
    }

    private bool IsStalled(WatchRow watch, Instant now) => now - (watch.ReadUpTo ?? watch.FailingSince ?? now) >= Duration.FromTimeSpan(options.OutageAfter);
}
