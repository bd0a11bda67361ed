using ShipBy.Domain.Stock;

namespace ShipBy.Application.Importing;

/// <summary>How far an import has come.</summary>
internal sealed class StockImportProgress(IReadOnlyList<StockCount> counts, IProgress<double>? progress)
{
    private readonly Dictionary<Sku, CountedRow> _in = [];
    private readonly Dictionary<Sku, CountedRow> _tried = [];

    public IReadOnlyList<StockCount> Left => [.. counts.Where(count => !_in.ContainsKey(count.Sku))];

    /// <value>Whether something that was written, or may have been, lets short orders hope.</value>
    public bool MayHaveRaised { get; private set; }

    /// <summary>Rows are about to be written. Should the answer get lost, they are found unchanged afterwards, and what they were before is known from here.</summary>
    public void Try(IEnumerable<CountedRow> rows)
    {
        foreach (var row in rows)
        {
            _tried[row.Count.Sku] = row;
            MayHaveRaised |= row.Raises;
        }
    }

    /// <summary>They were refused: whoever finds them unchanged now finds the work of somebody else.</summary>
    public void Forget(IEnumerable<CountedRow> rows)
    {
        foreach (var row in rows)
        {
            _tried.Remove(row.Count.Sku);
        }
    }

    public void In(IEnumerable<CountedRow> rows)
    {
        foreach (var row in rows)
        {
            _in[row.Count.Sku] = row.Changes ? row : _tried.GetValueOrDefault(row.Count.Sku, row);
        }

        progress?.Report(counts.Count == 0 ? 1 : (double)_in.Count / counts.Count);
    }

    public StockImport ToImport(PoolName pool, ImportEnd end) => new(
        pool, [.. _in.Values.OrderBy(row => row.Count.Line)], end == ImportEnd.Whole ? [] : Left, end);
}
