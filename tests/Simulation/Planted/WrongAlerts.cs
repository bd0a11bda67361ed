using ShipBy.Application.Alerts;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Simulation.Planted;

/// <summary>Tells the second contact and does not write down that it did.</summary>
internal sealed class ForgetsWhoWasTold(ILedger inner) : LedgerDecorator(inner)
{
    public override Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) => Inner.TryCommitAsync(
        pool,
        Each(commit, change => RowOf(change) switch
        {
            OrderRow { Order: var order } when IsTold(order) => WithRow(change, new OrderRow(Forgetting(order))),
            WaitingRow { Order: var order } when IsTold(order) => WithRow(change, new WaitingRow(Forgetting(order))),
            _ => change,
        }),
        cancel);

    private static bool IsTold(Order order) => order.Warned.Any(note => note.EscalatedAt is not null);

    private static Order Forgetting(Order order) => order with { Warned = [.. order.Warned.Select(note => note with { EscalatedAt = null })] };
}

/// <summary>Each instance keeps its own count of the mail quota: what the ledger is told of it, nobody reads.</summary>
internal sealed class CountsForItself(ILedger inner) : LedgerDecorator(inner)
{
    public override Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) =>
        commit.Changes.Select(RowOf).Any(row => row is BudgetRow { Name: "mail-long" }) ? Task.FromResult(CommitOutcome.TookEffect) : Inner.TryCommitAsync(pool, commit, cancel);
}

/// <summary>Writes the notice of the first route, and takes the others for done.</summary>
internal sealed class WritesToTheFirstRoute(ILedger inner) : LedgerDecorator(inner)
{
    public override Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) => Inner.TryCommitAsync(
        pool,
        new CommitSet().With([.. commit.Changes.Where(change => change is not RowChange.Insert { Row: NoticeRow { Notice.Route: not AlertRoute.MainMail } })]),
        cancel);
}

/// <summary>Who has told the day keeps it in mind, and no row says so.</summary>
internal sealed class TellsTheDayByHeart(ILedger inner) : LedgerDecorator(inner)
{
    public override Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) =>
        Inner.TryCommitAsync(pool, new CommitSet().With([.. commit.Changes.Where(change => RowOf(change) is not ToldRow)]), cancel);
}
