using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Simulation.Checking;

/// <summary>The rows of one pool as the commits made them, and what follows from them by the checker's own arithmetic.</summary>
internal sealed class PoolMirror
{
    private readonly Dictionary<string, LedgerRow> _rows = new(StringComparer.Ordinal);

    public Dictionary<Sku, Book> Books { get; } = [];

    public Dictionary<OrderKey, List<Instant>> Due { get; } = [];

    public Dictionary<OrderKey, List<Order>> Waiting { get; } = [];

    public IEnumerable<LedgerRow> Rows => _rows.Values;

    public LedgerRow? this[RowKey key] => _rows.GetValueOrDefault(key.Value);

    public Book BookOf(Sku sku) => Books.TryGetValue(sku, out var book) ? book : Books[sku] = new Book();

    /// <summary>Takes a change over.</summary>
    /// <returns>The row before and after it; null where there is none.</returns>
    public (LedgerRow? Before, LedgerRow? After) Apply(RowChange change)
    {
        var before = _rows.GetValueOrDefault(change.Key.Value);
        LedgerRow? after = change switch
        {
            RowChange.Insert(var row) => row,
            RowChange.Replace(var row, _) => row,
            _ => null,
        };

        if (after is null)
        {
            _rows.Remove(change.Key.Value);
        }
        else
        {
            _rows[change.Key.Value] = after;
        }

        Index(before, isThere: false);
        Index(after, isThere: true);
        return (before, after);
    }

    private void Index(LedgerRow? row, bool isThere)
    {
        switch (row)
        {
            case DueRow due:
                Note(Due, due.Order, due.At, isThere);
                break;
            case WaitingRow waiting:
                Note(Waiting, waiting.Order.Key, waiting.Order, isThere);
                break;
            default:
                break;
        }
    }

    private static void Note<T>(Dictionary<OrderKey, List<T>> index, OrderKey order, T value, bool isThere)
    {
        var values = index.TryGetValue(order, out var found) ? found : index[order] = [];
        if (isThere)
        {
            values.Add(value);
        }
        else
        {
            values.Remove(value);
        }
    }

    /// <summary>What the orders of a pool add up to for one product.</summary>
    internal sealed class Book
    {
        /// <value>Units of orders that are held.</value>
        public int Held { get; set; }

        /// <value>Units that its stock row must show as on hand; null before there is a row.</value>
        public int? OnHand { get; set; }

        /// <value>When the marketplace told the number that the row began with.</value>
        public Instant ListedAt { get; set; }

        /// <value>Units that could be promised in truth: what was there when the marketplace was asked, less what the ledger knows to have left since.</value>
        public int Promisable { get; set; }

        /// <value>Units that the ledger knew to have left before there was a row, and when they left.</value>
        public List<(Instant LeftAt, int Units)> LeftBefore { get; } = [];
    }
}
