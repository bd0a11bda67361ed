namespace ShipBy.Adapters.Marketplaces.Taobao.Stock;

/// <summary>One place in the shop where a product is sold. A product may be in several.</summary>
/// <param name="Item"><c>num_iid</c>, as text.</param>
/// <param name="Variant"><c>sku_id</c>, as text; null for a listing without variants.</param>
/// <param name="Quantity">What can still be bought.</param>
internal sealed record Listing(string Item, string? Variant, long Quantity);
