namespace ShipBy.Domain.Orders;

/// <summary>An amount in whole minor units (kopecks, fen, cents) of a currency.</summary>
/// <param name="MinorUnits">May be negative: a marketplace's charge.</param>
/// <param name="Currency">ISO 4217 code in upper case.</param>
public sealed record Money(long MinorUnits, string Currency)
{
    /// <summary>The amount of <paramref name="quantity"/> pieces.</summary>
    /// <exception cref="OverflowException">The product does not fit.</exception>
    public Money Times(int quantity) => this with { MinorUnits = checked(MinorUnits * quantity) };
}
