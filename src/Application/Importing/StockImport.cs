using ShipBy.Domain.Stock;

namespace ShipBy.Application.Importing;

/// <summary>What an import did, or would do.</summary>
/// <param name="Rows">What is in, in the order of the file.</param>
/// <param name="Left">What is not known to be in: running it again goes on there.</param>
public sealed record StockImport(PoolName Pool, IReadOnlyList<CountedRow> Rows, IReadOnlyList<StockCount> Left, ImportEnd End);

/// <summary>Why an import ended.</summary>
public enum ImportEnd
{
    /// <summary>All is in.</summary>
    Whole,

    /// <summary>Others kept the pool, or kept changing the same rows.</summary>
    OthersAtWork,

    /// <summary>The ledger gave no answer; the rows that were on their way may be in.</summary>
    NoAnswer,

    /// <summary>Somebody stopped it; the rows that were on their way may be in.</summary>
    Stopped,
}
