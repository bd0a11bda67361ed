using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Stock;

/// <summary>The stock rows as this run knows them, with the versions under which the next commit may change them.</summary>
internal sealed class KnownStock
{
    private readonly Dictionary<Sku, Stored> _rows = [];

    public IReadOnlyDictionary<Sku, Stored> Rows => _rows;

    public Shelf Shelf => Shelf.Of(_rows.Values.Select(stored => ((StockRow)stored.Row).Item));

    public bool Knows(Sku sku) => _rows.ContainsKey(sku);

    public void Add(IEnumerable<KeyValuePair<Sku, Stored>> rows)
    {
        foreach (var (sku, stored) in rows)
        {
            _rows[sku] = stored;
        }
    }

    public IEnumerable<RowChange> ChangesTo(ReservationBatch batch) =>
        batch.Touched.Select(sku => new RowChange.Replace(new StockRow(batch.After[sku]!), _rows[sku].Version));

    /// <summary>Takes note of the rows as a commit left them. What it cannot know any more, after a refusal or a lost answer, it forgets: it is read again.</summary>
    public void Follow(CommitSet commit, CommitOutcome outcome)
    {
        if (!outcome.IsCommitted)
        {
            _rows.Clear();
            return;
        }

        foreach (var row in commit.Changes.OfType<RowChange.Replace>().Select(change => change.Row).OfType<StockRow>())
        {
            if (outcome.Versions.TryGetValue(row.Key, out var version))
            {
                _rows[row.Item.Sku] = new Stored(row, version);
            }
            else
            {
                _rows.Remove(row.Item.Sku);
            }
        }
    }
}
