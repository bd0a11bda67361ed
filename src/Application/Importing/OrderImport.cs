using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Importing;

/// <summary>What an import of orders did, or would do.</summary>
/// <param name="Orders">What is in, or needs not go in, in the order of the file.</param>
/// <param name="Left">What is not known to be in: running it again goes on there.</param>
public sealed record OrderImport(Shop Shop, IReadOnlyList<ImportedOrder> Orders, IReadOnlyList<FileOrder> Left, ImportEnd End);

/// <summary>An order of a file held against the ledger.</summary>
/// <param name="Before">As the ledger, or the history, has it; null where neither does.</param>
/// <param name="After">As it stands then; null where nothing is known of it and nothing is taken.</param>
public sealed record ImportedOrder(FileOrder Told, OrderFate Fate, Order? Before, Order? After)
{
    /// <value>Whether the ledger is written, be it only that a later file said the same.</value>
    public bool Writes { get; init; }
}

public enum OrderFate
{
    New,
    Changed,
    Unchanged,

    /// <summary>Something newer is known of it.</summary>
    Older,

    /// <summary>It was over before its shop was guarded.</summary>
    Past,
}
