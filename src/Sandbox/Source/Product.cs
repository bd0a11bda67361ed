namespace ShipBy.Sandbox.Source;

/// <summary>A product of the shop.</summary>
/// <param name="OfferId">The seller's own id, as given.</param>
/// <param name="StockAtStart">Units on hand when the run starts; null where the marketplace has no stock row for it.</param>
internal sealed record Product(string OfferId, long Sku, long ProductId, string Name, decimal Price, long? StockAtStart);

/// <param name="Quantity">As ordered; odd ones (0, -1) are served as they are.</param>
internal sealed record OrderLine(Product Product, int Quantity);
