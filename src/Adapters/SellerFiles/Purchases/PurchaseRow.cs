using NodaTime;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.SellerFiles.Purchases;

/// <summary>One row of a file of purchases.</summary>
/// <param name="Document">Empty where the row names none.</param>
/// <param name="Units">Null where something of the row is among the faults.</param>
internal sealed record PurchaseRow(int Line, string Document, Sku Sku, int? Units, string? Supplier, Instant? Received);
