using Microsoft.Extensions.Logging;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Estimates;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Application.Stock;
using ShipBy.Application.Stockroom;
using ShipBy.Application.Transit;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Intake;

/// <summary>Brings postings that were read into the ledger: new ones are taken, known ones settled. Idempotent.</summary>
public sealed class TakePostings(ILedger ledger, PastOrders pastOrders, EarlyWarnings earlyWarnings, MoveConsignments moveConsignments, KnownPackaging knownPackaging, PoolLease lease, IDoorbell doorbell, Ladder ladder, NoticeRows notices, GuardOptions options, TimeProvider clock, ILogger<TakePostings> log)
{
    /// <value>Times a batch is decided again because others changed the stock meanwhile.</value>
    private const int Patience = 6;

    /// <param name="known">The ledger's orders, read before the postings were: an order that changed since then is left to the next poll, because the posting may be older than the change.</param>
    /// <param name="waitsForTheRing">False where somebody waits for an answer that does not depend on it.</param>
    public async Task<IntakeResult> RunAsync(
        Shop shop, IReadOnlyDictionary<OrderKey, Stored> known, IEnumerable<Posting> postings, Instant guardingSince, CancellationToken cancel, bool waitsForTheRing = true)
    {
        var now = clock.Now();
        var read = postings.DistinctBy(posting => posting.Key).ToList();
        var strangers = read.Where(posting => !known.ContainsKey(posting.Key) && IntakePolicy.IsOfOurTime(posting, guardingSince));
        var past = await pastOrders.OfAsync(shop.Pool, strangers, now, cancel);
        var early = await earlyWarnings.PlanAsync(shop.Pool, cancel);      // with every poll, so that the one request an hour is no order's
        var grace = Duration.FromTimeSpan(options.RingAgainAfter);
        var steps = read
            .Select(posting => IntakeStep.For(known.GetValueOrDefault(posting.Key), past.GetValueOrDefault(posting.Key), posting, ladder, shop.Rules, grace, guardingSince, now))
            .OfType<IntakeStep>()
            .Select(step => step.NeedsPlan ? step with { After = early.Of(step.After, now) } : step)
            .ToList();
        if (steps.Exists(step => step.Leaves))
        {
            var packaging = await knownPackaging.OfAsync(shop.Pool, cancel);
            steps = [.. steps.Select(step => step.Leaves ? step.Packed(packaging, now) : step)];
        }

        var byTurn = steps.ToLookup(step => step.NeedsTurn);
        var result = await CommitAllAsync(shop.Pool, byTurn[false], turn: null, now, cancel);
        if (byTurn[true].Any())
        {
            await using var turn = await lease.EnterAsync(shop.Pool, cancel);
            result += await CommitAllAsync(shop.Pool, byTurn[true], turn, now, cancel);
        }

        result = await moveConsignments.FollowAsync(shop, known, read, now, cancel) ? result : result with { Complete = false };
        if (waitsForTheRing)
        {
            await RingAsync(shop.Pool, result, cancel);
        }
        else
        {
            _ = RingAsync(shop.Pool, result, CancellationToken.None);       // a ring never throws, and one that is lost the sweep makes good
        }

        return result;
    }

    private async Task<IntakeResult> CommitAllAsync(PoolName pool, IEnumerable<IntakeStep> steps, PoolTurn? turn, Instant now, CancellationToken cancel)
    {
        var left = new Queue<IntakeStep>(steps);
        var stock = new KnownStock();
        var result = IntakeResult.Nothing;
        while (left.Count > 0)
        {
            result += await CommitAsync(pool, IntakeBatch.TakeFrom(left, notices), stock, turn, now, cancel);
        }

        return result;
    }

    private async Task<IntakeResult> CommitAsync(
        PoolName pool, IReadOnlyList<IntakeStep> batch, KnownStock stock, PoolTurn? turn, Instant now, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Patience && (turn is null || await turn.WaitAsync(cancel)); attempt++)
        {
            stock.Add(await ledger.StockAsync(pool, [.. IntakeBatch.SkusMovedBy(batch).Where(sku => !stock.Knows(sku))], cancel));
            var commit = IntakeBatch.ToCommit(batch, stock.Rows, notices, now);
            var outcome = await (turn?.TryCommitAsync(commit, more: false, cancel) ?? ledger.TryCommitAsync(pool, commit, cancel));
            stock.Follow(commit, outcome);
            if (outcome.IsCommitted)
            {
                foreach (var step in batch.Where(step => step.Problem is not null))
                {
                    GuardLog.SetAside(log, step.After.Key.ToString(), step.Problem!.Reason);
                }

                return IntakeResult.Of(batch);
            }

            var current = await ledger.OrdersAsync(pool, [.. batch.Select(step => step.After.Key)], cancel);
            var still = batch.Where(step => current.GetValueOrDefault(step.After.Key)?.Version == step.Before?.Version).ToList();
            if (still.Count < batch.Count)
            {
                return (still.Count == 0 ? IntakeResult.Nothing : await CommitAsync(pool, still, stock, turn, now, cancel)) with { Complete = false };
            }
        }

        GuardLog.GaveWay(log, pool.Value, Patience);
        return IntakeResult.Nothing with { Complete = false };
    }

    private async Task RingAsync(PoolName pool, IntakeResult result, CancellationToken cancel)
    {
        if (result.NeedsStock)
        {
            await doorbell.RingAsync(Bell.ReserveStock, pool, cancel);
        }

        if (result.HasNews)
        {
            await doorbell.RingAsync(Bell.DeadlineWarnings, pool, cancel);
        }
    }
}

/// <summary>What an intake did.</summary>
/// <param name="Complete">False when something was left to the next poll.</param>
/// <param name="NeedsStock">Whether orders wait for stock, or stock came free.</param>
/// <param name="HasNews">Whether a mail was written.</param>
public sealed record IntakeResult(int Taken, int Changed, int SetAside, bool Complete, bool NeedsStock, bool HasNews)
{
    public static IntakeResult Nothing { get; } = new(0, 0, 0, Complete: true, NeedsStock: false, HasNews: false);

    internal static IntakeResult Of(IReadOnlyList<IntakeStep> steps) => new(
        steps.Count(step => step.Before is null),
        steps.Count(step => step.Before is not null),
        steps.Count(step => step.Problem is not null),
        Complete: true,
        steps.Any(step => step.After.State == OrderState.Pending || step.Move == ShelfMove.Release),
        steps.Any(step => step.HasNews));

    public static IntakeResult operator +(IntakeResult one, IntakeResult other) => new(
        one.Taken + other.Taken,
        one.Changed + other.Changed,
        one.SetAside + other.SetAside,
        one.Complete && other.Complete,
        one.NeedsStock || other.NeedsStock,
        one.HasNews || other.HasNews);
}
