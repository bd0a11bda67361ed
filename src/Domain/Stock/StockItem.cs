namespace ShipBy.Domain.Stock;

/// <summary>Units of one product in one pool.</summary>
/// <param name="OnHand">Units on the shelf, held ones included.</param>
/// <param name="Held">Units promised to orders that have not been handed over.</param>
public sealed record StockItem(Sku Sku, int OnHand, int Held)
{
    /// <value>Units nobody has been promised. Negative after a count that found fewer than were held.</value>
    public int Free => OnHand - Held;

    /// <summary>Promises units to an order.</summary>
    /// <exception cref="InvalidOperationException">Fewer are free: that would oversell.</exception>
    public StockItem Hold(int units) => units <= Free
        ? this with { Held = Held + units }
        : throw new InvalidOperationException($"{units} units of {Sku} cannot be held: {Free} are free.");

    /// <summary>Takes a promise back; the units are free again.</summary>
    public StockItem Release(int units) => this with { Held = Held - units };

    /// <summary>Promised units leave the shelf.</summary>
    public StockItem HandOver(int units) => this with { OnHand = OnHand - units, Held = Held - units };
}
