using System.Collections.Concurrent;
using NodaTime;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.SelfWatch;

/// <summary>Looks at ShipBy itself: each trigger gives signs of life and notices the silence of the others; the outbox timer asks whatever costs a request.</summary>
/// <remarks>
/// A pass is one range read and one commit, three times in <see cref="GuardOptions.SilentAfter"/>; between passes it asks nothing. What is told and what is
/// written down about it stand in one commit, so that of two instances one tells. A refused commit is decided again from what was written meanwhile; should it stay refused, the next pass finds the same.
/// </remarks>
public sealed class WatchOurselves(
    ILedger ledger, Pools pools, IEnumerable<IMarketplace> marketplaces, IEnumerable<ISelfCheck> checks, AlertBook book, IDoorbell doorbell, GuardOptions options, TimeProvider clock) : ISelfWatch
{
    private const int MostRows = 1_000;

    /// <value>Times others may be faster before the next pass takes over.</value>
    private const int Patience = 3;

    /// <value>How long a check that died keeps others from trying.</value>
    private static readonly Duration Claim = Duration.FromMinutes(10);

    private readonly ISelfCheck[] _checks = [.. checks];
    private readonly ConcurrentDictionary<string, Instant> _next = new();

    private Duration Pause => Duration.FromTimeSpan(options.SilentAfter) / 3;

    public Task RunAsync(Trigger trigger, CancellationToken cancel) => IsTime(trigger.ToString()) ? RunNowAsync(trigger, cancel) : Task.CompletedTask;

    public async Task RunNowAsync(Trigger trigger, CancellationToken cancel)
    {
        foreach (var pool in pools.All)
        {
            await TryAsync(() => PassAsync(trigger, pool, cancel));
        }
    }

    public async Task HeardPushAsync(Shop shop, CancellationToken cancel)
    {
        if (IsTime($"push {shop.Name}"))
        {
            await TryAsync(async () =>
            {
                var beat = new BeatRow(SignOfPushes(shop), clock.Now());
                if (!(await ledger.TryCommitAsync(shop.Pool, new CommitSet().With(new RowChange.Replace(beat, null)), cancel)).IsCommitted)
                {
                    await ledger.TryCommitAsync(shop.Pool, new CommitSet().With(new RowChange.Insert(beat)), cancel);
                }
            });
        }

        await RunAsync(Trigger.Push, cancel);
    }

    internal static string SignOfPushes(Shop shop) => $"pushes of {shop.Name}";

    private bool IsTime(string what)
    {
        var now = clock.Now();
        if (_next.TryGetValue(what, out var next) && now < next && next - now <= Pause)
        {
            return false;
        }

        _next[what] = now + Pause;
        return true;
    }

    /// <remarks>Whoever calls has told of a silent ledger already.</remarks>
    private static async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (LedgerUnreachableException)
        {
            // The next pass looks again.
        }
    }

    private async Task PassAsync(Trigger trigger, PoolName pool, CancellationToken cancel)
    {
        var now = clock.Now();
        var rows = new VigilRows(await ledger.RangeAsync(pool, KeyRange.Vigil, MostRows, cancel));
        var isHome = pool == pools.All.MinBy(one => one.Value, StringComparer.Ordinal);
        var scope = new SelfCheckScope(pool, isHome, trigger, now, rows, [.. marketplaces.Where(marketplace => marketplace.Shop.Pool == pool)]);
        ISelfCheck[] due = [.. _checks.Where(check => check.Every is null || trigger == Trigger.DeliverOutbox && rows.IsOpen(GateOf(check), now))];
        ISelfCheck[] gated = [.. due.Where(check => check.Every > Duration.Zero)];
        if (gated.Length > 0 && !(await ledger.TryCommitAsync(pool, new CommitSet().With([.. gated.Select(check => rows.Write(new GateRow(GateOf(check), now + Claim)))]), cancel)).IsCommitted)
        {
            return;     // another instance is at them
        }

        var answers = new List<(ISelfCheck Check, SelfCheckAnswer Answer)>();
        foreach (var check in due)
        {
            answers.Add((check, await LookAsync(check, scope, cancel)));
        }

        for (var attempt = 0; attempt < Patience && !await TellAsync(scope, rows, answers, cancel); attempt++)
        {
            rows = new VigilRows(await ledger.RangeAsync(pool, KeyRange.Vigil, MostRows, cancel));      // somebody else has written: what was seen is judged anew
        }
    }

    /// <returns>False when others were faster, and what they wrote has to be read first.</returns>
    private async Task<bool> TellAsync(SelfCheckScope scope, VigilRows rows, IReadOnlyList<(ISelfCheck Check, SelfCheckAnswer Answer)> answers, CancellationToken cancel)
    {
        var (trigger, now) = (scope.Trigger, scope.Now);
        var page = new AlertPage(rows, now);
        if (scope.IsHome && IsTimer(trigger) && !(now - rows.LastSignOf(trigger.ToString()) < Pause / 2))
        {
            page.Write(rows.Write(new BeatRow(trigger.ToString(), now)));
        }

        foreach (var (check, answer) in answers)
        {
            book.Judge(page, check.Kinds, answer);
            if (check.Every is { } every && every > Duration.Zero)
            {
                page.Write(new RowChange.Replace(new GateRow(GateOf(check), now + (answer.LookAgainIn ?? every)), null));
            }
        }

        return await CommitAsync(scope.Pool, page, cancel);
    }

    private static async Task<SelfCheckAnswer> LookAsync(ISelfCheck check, SelfCheckScope scope, CancellationToken cancel)
    {
        try
        {
            return await check.LookAsync(scope, cancel);
        }
        catch (MarketplaceException)
        {
            return SelfCheckAnswer.AllIsWell with { IsBlind = true };
        }
    }

    private async Task<bool> CommitAsync(PoolName pool, AlertPage page, CancellationToken cancel)
    {
        var (commit, tells) = book.Close(page);
        if (!commit.IsEmpty && !(await ledger.TryCommitAsync(pool, commit, cancel)).IsCommitted)
        {
            return false;
        }

        if (tells)
        {
            await doorbell.RingAsync(Bell.DeadlineWarnings, pool, cancel);
        }

        return true;
    }

    private static bool IsTimer(Trigger trigger) => trigger is Trigger.PollOrders or Trigger.SweepDeadlines or Trigger.DeliverOutbox;

    private static string GateOf(ISelfCheck check) => check.GetType().Name;
}
