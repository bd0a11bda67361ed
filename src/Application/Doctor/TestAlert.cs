using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Budgets;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Doctor;

/// <summary>Sends one test by every route. It is no notice: it is written down nowhere, never repeated, and touches no order.</summary>
public sealed class TestAlert(ILedger ledger, AlertRoutes routes, WindowBudget budget, ITestLetterWriter letters, NoticeIds ids, TimeProvider clock)
{
    /// <value>A second press within this time sends nothing; nor does one on another instance.</value>
    private static readonly Duration Pause = Duration.FromMinutes(1);

    private const string Name = "test-alert";

    /// <returns>What became of it on each route. Without the ledger nothing is sent: nobody could tell whether one was sent just now, or what the quota bears.</returns>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        try
        {
            return await TakeAsync(now, cancel) is { } justSent ? [justSent] : await Task.WhenAll(routes.All.Select(route => TrySendAsync(route, language: null, timeZone: null, now, cancel)));
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            return [Failed(failure, "")];
        }
    }

    /// <summary>Sends one test by each of other routes that reach somebody, such as those that somebody is about to set. The quota alone holds it back.</summary>
    public async Task<IReadOnlyList<Finding>> SendByAsync(AlertRoutes others, string language, string timeZone, CancellationToken cancel) =>
        await Task.WhenAll(others.All.Where(route => !route.Channel.ReachesNobody).Select(route => TrySendAsync(route, language, timeZone, clock.Now(), cancel)));

    private static Finding JustSent(Instant at) => new(Area.Test, Fact.TestJustSent) { At = at };

    /// <remarks>Of an unexpected failure its name alone: a message may quote what nobody should read.</remarks>
    private static Finding Failed(Exception failure, string route) =>
        failure is LedgerUnreachableException ? new Finding(Area.Test, Fact.NotLookedAt, route) : new Finding(Area.Test, Fact.Broke, route) { Detail = failure.GetType().Name };

    /// <returns>Null when this press is the one that sends.</returns>
    private async Task<Finding?> TakeAsync(Instant now, CancellationToken cancel)
    {
        var stored = await ledger.FindAsync(ProbeRow.Pool, RowKey.Probe(Name), cancel);
        if (stored?.Row is ProbeRow last && now - last.At < Pause && now >= last.At)
        {
            return JustSent(last.At);
        }

        var row = new ProbeRow(Name, now);
        RowChange note = stored is null ? new RowChange.Insert(row) : new RowChange.Replace(row, stored.Version);
        return (await ledger.TryCommitAsync(ProbeRow.Pool, new CommitSet().With(note), cancel)).IsCommitted ? null : JustSent(now);
    }

    /// <summary>One channel that fails hides no other.</summary>
    private async Task<Finding> TrySendAsync(AlertRoute route, string? language, string? timeZone, Instant now, CancellationToken cancel)
    {
        try
        {
            return await SendAsync(route, language, timeZone, now, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            return Failed(failure, route.Name);
        }
    }

    /// <remarks>The reserve stays for what cannot wait.</remarks>
    private async Task<Finding> SendAsync(AlertRoute route, string? language, string? timeZone, Instant now, CancellationToken cancel)
    {
        if (route.Channel.ReachesNobody)
        {
            return new Finding(Area.Test, Fact.TestToNobody, route.Name);
        }

        if (!(await budget.TryTakeAsync(route.Limits, isPressing: false, now, cancel)).IsTaken)
        {
            return new Finding(Area.Test, Fact.TestOverQuota, route.Name);
        }

        return await route.Channel.SendAsync(ids.NewId(), await letters.WriteAsync(route.Name, cancel, language, timeZone), cancel) switch
        {
            Delivery.Accepted => new Finding(Area.Test, Fact.TestAccepted, route.Name),
            Delivery.Busy(var retryAfter) => new Finding(Area.Test, Fact.TestBusy, route.Name) { Time = Duration.FromTimeSpan(retryAfter) },
            Delivery.Refused(var reason) => new Finding(Area.Test, Fact.TestRefused, route.Name) { Detail = reason },
            Delivery.Undecided(var reason) => new Finding(Area.Test, Fact.TestUndecided, route.Name) { Detail = reason },
            var unknown => throw new InvalidOperationException($"No word is written for {unknown}."),
        };
    }
}
