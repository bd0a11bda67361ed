using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using ShipBy.Domain.Transit;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Transit;

/// <summary>Looks at every parcel whose instant has come, and has told what its carrier must be asked. Costs nothing in a pool whose shops follow no parcels.</summary>
/// <remarks>Needs no turn: each parcel's own row guards it, and of two who decide the same the second is refused.</remarks>
public sealed class WatchConsignments(ILedger ledger, Pools pools, NoticeRows notices, GuardOptions options, TimeProvider clock, ILogger<WatchConsignments> log)
{
    private const int AtOnce = 100;

    /// <value>Times others may be faster before the rest is left to the next look.</value>
    private const int Patience = 8;

    /// <value>Its limits are days, and two requests in that time are enough: five minutes, or less where a parcel is followed sooner than half a day after its hand-over.</value>
    private readonly Duration _pause = Duration.Min(Duration.FromMinutes(5), Duration.FromTimeSpan(options.KeepClosedFor) / 144);

    private readonly ConcurrentDictionary<PoolName, Instant> _nextLook = new();

    /// <returns>How many parcels are told of.</returns>
    public async Task<int> RunAsync(PoolName pool, CancellationToken cancel)
    {
        var now = clock.Now();
        if (!pools.FollowsParcels(pool) || (_nextLook.TryGetValue(pool, out var next) && now < next && next - now <= _pause))
        {
            return 0;
        }

        var told = await LookAsync(pool, isTold: false, now, cancel) + await LookAsync(pool, isTold: true, now, cancel);
        _nextLook[pool] = now + _pause;
        if (told > 0)
        {
            GuardLog.ConsignmentsTold(log, pool.Value, told);
        }

        return told;
    }

    private async Task<int> LookAsync(PoolName pool, bool isTold, Instant now, CancellationToken cancel)
    {
        var (told, refused, size) = (0, 0, AtOnce);
        while (refused < Patience && await ledger.RangeAsync(pool, KeyRange.TransitBy(now, isTold), size, cancel) is { Count: > 0 } due)
        {
            var parcels = await ledger.ConsignmentsAsync(pool, due.Select(row => ((TransitRow)row.Row).Order), cancel);
            var (commit, lines) = Decide(due, parcels, now);
            if ((await ledger.TryCommitAsync(pool, commit, cancel)).IsCommitted)
            {
                told += lines;
            }
            else
            {
                refused++;
                size = Math.Max(1, Math.Min(size, due.Count) / 2);
            }
        }

        if (refused == Patience)
        {
            GuardLog.GaveWay(log, pool.Value, refused);
        }

        return told;
    }

    /// <summary>As much as fits into one commit.</summary>
    private (CommitSet Commit, int Told) Decide(IEnumerable<Stored> due, IReadOnlyDictionary<Domain.Orders.OrderKey, Stored> parcels, Instant now)
    {
        var (commit, lines, weight) = (new CommitSet(), new List<ConsignmentLine>(), 0);
        foreach (var row in due)
        {
            var (changes, line) = Step(row, parcels.GetValueOrDefault(((TransitRow)row.Row).Order), now);
            weight += line is null ? 0 : LedgerRow.WeightOf(line);
            if (weight > notices.MaxWeight || commit.Changes.Count + changes.Count + notices.Most > CommitSet.MaxRows || !commit.TryAdd([.. changes]))
            {
                break;
            }

            lines.AddRange(line is null ? [] : [line]);
        }

        return (commit.With([.. notices.Of(lines, now)]), lines.Count);
    }

    private (IReadOnlyList<RowChange> Changes, ConsignmentLine? Line) Step(Stored due, Stored? stored, Instant now)
    {
        // A look that its parcel does not know of is a leftover; without this it would be met for ever.
        if (stored is null || ConsignmentWrite.Rows(stored.Consignment()).All(row => row.Key != due.Row.Key))
        {
            return ([new RowChange.Delete(due.Row.Key, due.Version)], null);
        }

        var parcel = stored.Consignment();
        var rules = pools.TransitRulesOf(parcel.Order.Shop);
        return ConsignmentPolicy.Decide(parcel, rules, now) switch
        {
            ConsignmentAction.Wait(var after) => (ConsignmentWrite.Changes(stored, after), null),
            ConsignmentAction.Tell(var limit, var isOver, var after) => (ConsignmentWrite.Changes(stored, after), ConsignmentLine.Of(after, limit, isOver, rules!)),
            ConsignmentAction.Drop => (ConsignmentWrite.Changes(stored, null), null),
            var unknown => throw new InvalidOperationException($"No step is written for {unknown}."),
        };
    }
}
