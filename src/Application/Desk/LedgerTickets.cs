using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Desk;

/// <summary>Used one-time links as rows of the ledger: of several callers at once the first insert wins.</summary>
public sealed class LedgerTickets(ILedger ledger) : ITicketStore
{
    /// <value>Links belong to the desk, not to a pool; no shop's pool can have this name by accident.</value>
    private static readonly PoolName Pool = PoolName.Parse("-desk");

    public async Task<bool> TryUseAsync(string nonce, Instant expires, CancellationToken cancel) =>
        (await ledger.TryCommitAsync(Pool, new CommitSet().With(new RowChange.Insert(new TicketRow(nonce, expires))), cancel)).IsCommitted;
}
