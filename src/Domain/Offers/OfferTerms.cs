using ShipBy.Domain.Stock;

namespace ShipBy.Domain.Offers;

/// <summary>How much of a pool's stock a shop offers, and which number its marketplace wants to hear.</summary>
/// <param name="SafetyStock">Units of each product that are offered nowhere.</param>
/// <param name="Buffer">Units of each product that this shop leaves to the others.</param>
/// <param name="SubtractsItsOwn">Whether the marketplace takes its own open orders off the number by itself, so that they must not be taken off before.</param>
public sealed record OfferTerms(int SafetyStock = 0, int Buffer = 0, bool SubtractsItsOwn = false)
{
    /// <summary>Available to promise: on hand less held less safety stock, and less what others shall find.</summary>
    public int AvailableOf(StockItem item) => Math.Max(0, item.Free - SafetyStock - Buffer);

    /// <summary>The number to tell.</summary>
    /// <param name="available">As <see cref="AvailableOf"/> says.</param>
    /// <param name="heldForShop">Units that open orders of this very shop hold.</param>
    public int UnitsOf(int available, int heldForShop) => available + (SubtractsItsOwn ? heldForShop : 0);
}
