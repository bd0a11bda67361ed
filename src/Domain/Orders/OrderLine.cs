using ShipBy.Domain.Stock;

namespace ShipBy.Domain.Orders;

/// <summary>Units of one product in an order.</summary>
/// <param name="Sku">The seller's article number.</param>
/// <param name="Name">The product's name as the marketplace shows it, shortened to <see cref="MaxNameLength"/>.</param>
/// <param name="Quantity">At least 1; anything else is a flaw of the posting and never becomes a line.</param>
/// <param name="Price">Of one unit; null where the marketplace did not say.</param>
public sealed record OrderLine(Sku Sku, string Name, int Quantity, Money? Price)
{
    /// <value>Longer names are cut: a line must stay small enough for the ledger and for a mail.</value>
    public const int MaxNameLength = 200;

    /// <value>What it is made of on the shelf; null where it lies there as itself.</value>
    public BundleContent? Content { get; init; }

    /// <summary>Units by product as they lie on the shelf.</summary>
    public IEnumerable<(Sku Sku, int Units)> OnTheShelf() => Content is null ? [(Sku, Quantity)] : Content.Parts.Select(part => (part.Sku, part.Units * Quantity));
}
