using NodaTime;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Importing;

/// <summary>Units of one product that came by one document, such as a delivery note.</summary>
/// <param name="Lines">Of the file, from 1; at least one.</param>
/// <param name="Document">Its number, as it came; where it has none, what stands for one.</param>
/// <param name="Units">At least 1: the sum of the lines.</param>
public sealed record Receipt(IReadOnlyList<int> Lines, string Document, Sku Sku, int Units)
{
    public string? Supplier { get; init; }

    public Instant? Received { get; init; }

    /// <value>The same for the same file, where the document goes by the file's name: another file of that name is another document. Null where it has a number.</value>
    public string? Print { get; init; }
}

/// <summary>A receipt held against the ledger.</summary>
/// <param name="Before">The product's stock before; null where the ledger has no row of it.</param>
/// <param name="Known">What is remembered of it; null where it did not come in before.</param>
public sealed record ReceivedRow(Receipt Receipt, StockItem? Before, ReceiptRow? Known)
{
    /// <value>What is held stays held.</value>
    public StockItem After { get; } = new(Receipt.Sku, (Before?.OnHand ?? 0) + (Known is null ? Receipt.Units : 0), Before?.Held ?? 0);

    /// <value>Whether it came in before with other units: nobody knows which of the two is right.</value>
    public bool Contradicts => Known is { } known && known.Units != Receipt.Units;
}
