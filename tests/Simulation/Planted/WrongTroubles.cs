using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Simulation.Planted;

/// <summary>Who has told a trouble keeps it in mind, and no row says so.</summary>
internal sealed class TellsTroubleByHeart(ILedger inner) : LedgerDecorator(inner)
{
    public override Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) =>
        Inner.TryCommitAsync(pool, new CommitSet().With([.. commit.Changes.Where(change => RowOf(change) is not AlertRow { Alert.ToldAt: not null })]), cancel);
}

/// <summary>Does a link's thing and does not write down that it was used.</summary>
internal sealed class ForgetsUsedLinks(ILedger inner) : LedgerDecorator(inner)
{
    public override Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) =>
        Inner.TryCommitAsync(pool, new CommitSet().With([.. commit.Changes.Where(change => RowOf(change) is not TicketRow)]), cancel);
}
