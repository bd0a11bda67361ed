using NodaTime;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Importing;

/// <summary>How far an import of purchases has come.</summary>
internal sealed class PurchaseImportProgress(IReadOnlyList<Receipt> receipts, IProgress<double> progress)
{
    private readonly Dictionary<Receipt, ReceivedRow> _in = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Receipt, ReceivedRow> _tried = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<Receipt> Left => [.. receipts.Where(receipt => !_in.ContainsKey(receipt))];

    /// <value>Whether something was written, or may have been.</value>
    public bool HasTried => _tried.Count > 0;

    /// <summary>Rows are about to be written. Should the answer get lost, they are found to be known afterwards, and what they were before is known from here.</summary>
    public void Try(IEnumerable<ReceivedRow> rows)
    {
        foreach (var row in rows)
        {
            _tried[row.Receipt] = row;
        }
    }

    /// <summary>They were refused: whoever finds them known now finds the work of somebody else.</summary>
    public void Forget(IEnumerable<ReceivedRow> rows)
    {
        foreach (var row in rows)
        {
            _tried.Remove(row.Receipt);
        }
    }

    public void In(IEnumerable<ReceivedRow> rows)
    {
        foreach (var row in rows)
        {
            _in[row.Receipt] = row.Known is null ? row : _tried.GetValueOrDefault(row.Receipt, row);
        }

        progress.Report((double)_in.Count / Math.Max(1, receipts.Count));
    }

    public PurchaseImport ToImport(PoolName pool, ImportEnd end, Instant? other) => new(
        pool, [.. _in.Values.OrderBy(row => row.Receipt.Lines[0])], end == ImportEnd.Whole ? [] : Left, end, other);
}
