using NodaTime;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Stockroom;

/// <summary>Goods ordered from suppliers, and what of them has come.</summary>
/// <remarks>That a delivery came in stands in the commit that puts it on hand, as a <see cref="ReceiptRow"/> for each product: pressing a button twice adds once.</remarks>
public sealed class Purchases(ILedger ledger, PoolLease lease, IDoorbell doorbell, TimeProvider clock, Random random)
{
    private const int MostListed = 1_000;

    /// <value>What came stands in the receipts for good.</value>
    private static readonly Duration KeptFor = Duration.FromDays(365);

    /// <summary>Writes an order to a supplier down. Writing the same one again changes nothing.</summary>
    /// <param name="purchase">With at least one line, at most <see cref="PurchaseOrder.MostLines"/>.</param>
    public async Task OrderAsync(PoolName pool, PurchaseOrder purchase, CancellationToken cancel)
    {
        var old = from stored in await ledger.RangeAsync(pool, KeyRange.Purchases, MostListed, cancel)
                  where stored.Row is PurchaseRow { Purchase.ClosedAt: { } closed } && clock.Now() - closed > KeptFor
                  select new RowChange.Delete(stored.Row.Key, stored.Version);
        await ledger.TryCommitAsync(pool, new CommitSet().With([new RowChange.Insert(new PurchaseRow(purchase)), .. old.Take(CommitSet.MaxRows - 1)]), cancel);
    }

    public async Task<PurchaseOrder?> FindAsync(PoolName pool, Guid id, CancellationToken cancel) =>
        (await ledger.FindAsync(pool, RowKey.Purchase(id), cancel))?.Row is PurchaseRow row ? row.Purchase : null;

    /// <returns>Open ones first, by when they are expected; then the latest.</returns>
    public async Task<IReadOnlyList<PurchaseOrder>> AllAsync(PoolName pool, CancellationToken cancel) =>
    [
        .. (await ledger.RangeAsync(pool, KeyRange.Purchases, MostListed, cancel)).Select(stored => ((PurchaseRow)stored.Row).Purchase)
            .OrderByDescending(purchase => purchase.IsOpen).ThenBy(purchase => purchase.IsOpen ? purchase.Expected ?? LocalDate.MaxIsoValue : LocalDate.MaxIsoValue).ThenByDescending(purchase => purchase.OrderedAt),
    ];

    /// <summary>Puts on hand what came.</summary>
    /// <param name="delivery">Tells this delivery apart from others of the same order.</param>
    /// <param name="came">Units by product; what was not ordered is left out.</param>
    public async Task<ReceiveAnswer> ReceiveAsync(PoolName pool, Guid id, Guid delivery, IReadOnlyDictionary<Sku, int> came, string by, CancellationToken cancel)
    {
        var (answer, mayBeIn) = (ReceiveAnswer.OthersAtWork, false);
        try
        {
            await InTurn.TryAsync(lease, pool, TryReceiveAsync, cancel);
        }
        finally
        {
            if (mayBeIn)
            {
                await doorbell.RingAsync(Bell.ReserveStock, pool, CancellationToken.None);      // also where the answer got lost
            }
        }

        return answer;

        async Task<bool> TryReceiveAsync(PoolTurn turn)
        {
            if (await ledger.FindAsync(pool, RowKey.Purchase(id), cancel) is not { Row: PurchaseRow { Purchase: var purchase } } stored)
            {
                answer = ReceiveAnswer.NotOpen;
                return true;
            }

            var document = $"{purchase.Number} {delivery:N}";
            var units = came.Where(one => one.Value > 0 && purchase.Lines.Any(line => line.Sku == one.Key)).ToDictionary();
            answer = (await ledger.RangeAsync(pool, KeyRange.ReceiptsOf(document), 1, cancel)).Count > 0 ? ReceiveAnswer.Before
                : !purchase.IsOpen ? ReceiveAnswer.NotOpen
                : units.Count == 0 ? ReceiveAnswer.Nothing
                : ReceiveAnswer.OthersAtWork;
            if (answer != ReceiveAnswer.OthersAtWork)
            {
                return true;
            }

            var stock = await ledger.StockAsync(pool, [.. units.Keys], cancel);
            var commit = new CommitSet()
                .With(new RowChange.Replace(new PurchaseRow(purchase.Receive(units, clock.Now())), stored.Version), new RowChange.Insert(JournalOf(purchase, units, by)))
                .With([.. units.SelectMany(one => ChangesOf(one.Key, one.Value, document, purchase.Supplier, stock.GetValueOrDefault(one.Key)))]);
            mayBeIn = true;
            answer = (await turn.TryCommitAsync(commit, more: false, cancel)).IsCommitted ? ReceiveAnswer.In : ReceiveAnswer.OthersAtWork;
            return answer == ReceiveAnswer.In;
        }
    }

    /// <summary>Nothing more of it is expected.</summary>
    /// <returns>False when there is no such open order, or others wrote it at the same moment.</returns>
    public async Task<bool> CloseAsync(PoolName pool, Guid id, CancellationToken cancel) =>
        await ledger.FindAsync(pool, RowKey.Purchase(id), cancel) is { Row: PurchaseRow { Purchase: { IsOpen: true } purchase } } stored
        && (await ledger.TryCommitAsync(pool, new CommitSet().With(new RowChange.Replace(new PurchaseRow(purchase with { ClosedAt = clock.Now() }), stored.Version)), cancel)).IsCommitted;

    private IEnumerable<RowChange> ChangesOf(Sku sku, int units, string document, string supplier, Stored? stored)
    {
        var before = (stored?.Row as StockRow)?.Item ?? new StockItem(sku, OnHand: 0, Held: 0);
        var after = new StockRow(before with { OnHand = before.OnHand + units });
        yield return stored is null ? new RowChange.Insert(after) : new RowChange.Replace(after, stored.Version);
        yield return new RowChange.Insert(new ReceiptRow(document, sku, units, clock.Now(), Supplier: supplier, Received: clock.Now()));
    }

    private JournalRow JournalOf(PurchaseOrder purchase, Dictionary<Sku, int> units, string by)
    {
        var id = new byte[16];
        random.NextBytes(id);
        return new JournalRow(clock.Now(), new Guid(id), $"purchase {purchase.Number}, received by {by}: {string.Join("; ", units.OrderBy(one => one.Key.Value, StringComparer.Ordinal).Select(one => $"{one.Key} +{one.Value}"))}");
    }
}

/// <summary>What became of a delivery.</summary>
public enum ReceiveAnswer
{
    /// <summary>It is on hand.</summary>
    In,

    /// <summary>It came in before.</summary>
    Before,

    /// <summary>There is no such open order.</summary>
    NotOpen,

    /// <summary>Nothing was said to have come.</summary>
    Nothing,

    /// <summary>Others kept the pool; it is not in.</summary>
    OthersAtWork,
}
