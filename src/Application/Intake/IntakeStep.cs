using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Estimates;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Intake;

/// <summary>One order's change, decided and not yet committed.</summary>
/// <param name="Before">The row as it was read; null for a new order.</param>
/// <param name="Problem">What the seller has to be told of; null when all is well.</param>
/// <param name="Overtaken">Rungs that passed while it was open and that no sweep came to, late through our own trouble; null when there are none.</param>
internal sealed record IntakeStep(Stored? Before, Order After, ShelfMove Move, ProblemLine? Problem, WarningLine? Overtaken)
{
    /// <summary>Decides about one posting; null when nothing changes.</summary>
    /// <param name="past">The order as it left the ledger, if it did: where the posting changes it, it comes back.</param>
    /// <param name="grace">Rungs that passed longer ago than this without a warning are told even though the order is closed now.</param>
    public static IntakeStep? For(Stored? before, Order? past, Posting posting, Ladder ladder, DispatchRules rules, Duration grace, Instant guardingSince, Instant now)
    {
        var known = before?.Order() ?? past;
        return IntakePolicy.Decide(posting, known, ladder, rules, guardingSince, now) switch
        {
            IntakeAnswer.Unchanged => null,
            IntakeAnswer.Change(var order, _) when before is null && order with { Told = known!.Told, Transit = known.Transit } == known => null,      // no reason to come back
            IntakeAnswer.Take(var order, var move) => Of(null, null, order, move, ladder, grace, now),
            IntakeAnswer.Change(var order, var move) => Of(before, known, order, move, ladder, grace, now),
            var unknown => throw new InvalidOperationException($"No step is written for {unknown}."),
        };
    }

    /// <value>False where its own rows guard it: it moves no stock and is not among the waiting orders, which an instance that reserves has in hand.</value>
    public bool NeedsTurn => Move != ShelfMove.None || Before?.Order().State is OrderState.Pending or OrderState.OutOfStock;

    /// <value>Whether its early warning is to be planned.</value>
    public bool NeedsPlan => EarlyPlan.Concerns(Before?.Order(), After);

    /// <value>Whether goods leave the shelf by it, and packaging with them.</value>
    public bool Leaves => Move is ShelfMove.HandOver or ShelfMove.TakeUnheld;

    public bool HasNews => Problem is not null || Overtaken is not null;

    /// <summary>Notes what packaging it uses up. The commit that ships it takes that off the shelf, so that it happens once.</summary>
    /// <remarks>An order that fills a commit by itself leaves no room for more rows: its packaging is left to the next count.</remarks>
    public IntakeStep Packed(IReadOnlyDictionary<Sku, ProductCard> cards, Instant now)
    {
        List<(Sku Sku, int Units)> goods = [.. Shelf.UnitsOf(Lines)];
        var beside = After.Instruction is { Kind: InstructionKind.Ship, State: not InstructionState.Refused, Ship: { } ship } ? ship.Beside : [];
        var uses = PackagingPolicy.Beside([.. beside.Select(line => (line.Sku, line.Units))], goods, cards).Take(Order.MaxProducts - goods.Count);
        return uses.ToList() is { Count: > 0 } packaging ? this with { After = (After with { Packaging = packaging }).NotedSince(After, now) } : this;
    }

    /// <value>What is moved. What was held are the lines as they were, whatever the posting says now.</value>
    public IReadOnlyList<OrderLine> Lines => Before?.Order().Lines ?? After.Lines;

    /// <value>What rows of stock it changes.</value>
    public IEnumerable<Sku> Skus => Move == ShelfMove.None ? [] : Shelf.SkusOf(Lines).Concat(Leaves ? After.Packaging.Select(use => use.Sku) : []).Distinct();

    private static IntakeStep Of(Stored? before, Order? known, Order after, ShelfMove move, Ladder ladder, Duration grace, Instant now)
    {
        // A stranger that could not be seen before the grace began owes nothing, however near its deadline is: nobody was late about it.
        var overtaken = known is null && after.SeenFrom > now - grace ? null : OvertakenOf(known ?? after with { State = OrderState.Pending }, after, ladder, now - grace);
        var (line, noted) = overtaken ?? (null, after);

        return new IntakeStep(before, noted.NotedSince(known, now), move, ProblemOf(known, after), line);
    }

    /// <remarks>Noted like any warning: an order that opens again, or a cut-off that moves back, must not bring it a second time.</remarks>
    private static (WarningLine? Line, Order Noted)? OvertakenOf(Order watched, Order after, Ladder ladder, Instant by)
    {
        var isOver = watched.State.IsOpen() && (!after.State.IsOpen() || after.ShipBy != watched.ShipBy);
        return isOver && DeadlinePolicy.Decide(watched with { EarlyAt = null }, ladder, by) is DeadlineAction.Warn { Notes: [_, ..] } warn
            ? (WarningLines.Of(watched with { State = after.State }, warn.Named, ladder, by) with { IsOvertaken = true }, after.Noting(watched.ShipBy!.Value, warn.Notes))
            : null;
    }

    private static ProblemLine? ProblemOf(Order? before, Order after) =>
        after.Flaw is { } flaw && flaw != before?.Flaw ? new ProblemLine(after.Key.Number, flaw) : null;
}

/// <summary>Steps that fit into one commit together with the stock rows that they move.</summary>
internal static class IntakeBatch
{
    public static IReadOnlyList<IntakeStep> TakeFrom(Queue<IntakeStep> steps, NoticeRows notices)
    {
        var batch = new List<IntakeStep>();
        var rows = new HashSet<string>(StringComparer.Ordinal);
        var (weight, noticeWeight) = (0, 0);
        while (steps.TryPeek(out var next))
        {
            var changes = OrderWrite.Changes(next.Before, next.After);
            rows.UnionWith(changes.Select(change => change.Key.Value).Concat(next.Skus.Select(sku => RowKey.Stock(sku).Value)));
            weight += changes.Sum(change => change.Weight);
            noticeWeight += LedgerRow.WeightOf(next.Problem) + LedgerRow.WeightOf(next.Overtaken);
            if (batch.Count > 0 && (noticeWeight > notices.MaxWeight || rows.Count + notices.Most > PoolTurn.MaxRows || weight > CommitSet.MaxWeight / 2))
            {
                break;
            }

            batch.Add(steps.Dequeue());
        }

        return batch;
    }

    public static IReadOnlyCollection<Sku> SkusMovedBy(IEnumerable<IntakeStep> batch) =>
        [.. batch.SelectMany(step => step.Skus).Distinct()];

    public static CommitSet ToCommit(IReadOnlyList<IntakeStep> batch, IReadOnlyDictionary<Sku, Stored> stock, NoticeRows notices, Instant now)
    {
        var before = stock.ToShelf();
        var after = batch.Aggregate(before, (shelf, step) => shelf.Carry(step.Move, step.Lines).Pack(step.Leaves ? step.After.Packaging : []));
        var news = notices.Of(Contact.First, batch.Select(step => step.Overtaken).OfType<WarningLine>(), batch.Select(step => step.Problem).OfType<ProblemLine>(), now);

        return new CommitSet().With([.. batch.SelectMany(step => OrderWrite.Changes(step.Before, step.After)), .. stock.ChangesTo(after), .. news]);
    }
}
