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
}
