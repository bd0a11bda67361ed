using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Alerts;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>Whether notices leave the house: a channel that refuses them, a budget that holds them up. One request. Told by the other routes.</summary>
public sealed class NoticesCheck(ILedger ledger, AlertRoutes routes) : ISelfCheck
{
    private const int MostNotices = 1_000;

    /// <value>Mail services stumble for some minutes; a quota of minutes is a quota at work.</value>
    private static readonly Duration Patience = Duration.FromMinutes(10);

    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.ChannelRefuses, OperationalAlertKind.QuotaTight];

    public Duration? Every => Duration.Zero;

    public async Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel)
    {
        var open = (await ledger.RangeAsync(scope.Pool, KeyRange.OpenNotices, MostNotices, cancel)).Select(stored => ((NoticeRow)stored.Row).Notice).ToList();
        return new SelfCheckAnswer(
        [
            .. from route in routes.All
               let own = open.Where(notice => notice.Route == route.Name).ToList()
               let finding = Refused(route, own, scope.Now) ?? Waiting(route, own, scope.Now)
               where finding is not null
               select finding,
        ]);
    }

    private OperationalFinding? Refused(AlertRoute route, List<Notice> open, Instant now)
    {
        var refused = open.Where(notice => notice.Trouble?.Since <= now - Patience).ToList();
        if (refused.Count == 0)
        {
            return null;
        }

        var since = refused.Min(notice => notice.Trouble!.Since);
        var isLastWay = route.Contact == Contact.First && routes.All.Count(other => other.Contact == Contact.First) == 1;
        return new OperationalFinding(
            OperationalAlertKind.ChannelRefuses,
            route.Name,
            isLastWay || refused.Any(notice => notice.Severity == Severity.Critical) ? Severity.Critical : Severity.Warning,
            new AlertFacts(since, now - since, open.Count, Detail: refused.Select(notice => notice.Trouble!.Reason).FirstOrDefault(reason => reason is not null) ?? ""))
        {
            Since = since,
            NotBy = route.Name,
        };
    }

    /// <remarks>What is ready, in trouble with nobody and still there waits for the budget: every run of the outbox would have sent it.</remarks>
    private static OperationalFinding? Waiting(AlertRoute route, List<Notice> open, Instant now)
    {
        var waiting = open.Where(notice => notice is { State: NoticeState.Ready, Trouble: null } && ReadyAt(notice) <= now - Patience).ToList();
        if (waiting.Count == 0 || route.Limits.Count == 0)
        {
            return null;
        }

        var since = waiting.Min(ReadyAt);
        return new OperationalFinding(
            OperationalAlertKind.QuotaTight,
            route.Name,
            waiting.Max(notice => notice.Severity) == Severity.Critical ? Severity.Critical : Severity.Warning,
            new AlertFacts(since, now - since, waiting.Count, route.Limits[^1].Limit))
        {
            Since = since,
            NotBy = route.Name,
        };
    }

    private static Instant ReadyAt(Notice notice) => notice.HeldUntil ?? notice.CreatedAt;
}
