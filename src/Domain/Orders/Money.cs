namespace ShipBy.Domain.Orders;

/// <summary>An amount in whole minor units (kopecks, fen, cents) of a currency.</summary>
/// <param name="MinorUnits">May be negative: a marketplace's charge.</param>
/// <param name="Currency">ISO 4217 code in upper case.</param>
public sealed record Money(long MinorUnits, string Currency)
{
    /// <summary>An amount in units, such as roubles. What is finer than the minor unit is rounded to the even neighbour.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static Money Of(decimal units, string currency) => new((long)decimal.Round(units * MinorUnitsOf(currency)), currency);

    /// <summary>How many minor units a unit has by ISO 4217: a hundred, but for these.</summary>
    public static int MinorUnitsOf(string currency) => currency switch
    {
        "JPY" or "KRW" or "VND" or "CLP" or "ISK" or "PYG" or "UGX" or "XAF" or "XOF" => 1,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 1000,
        _ => 100,
    };

    /// <summary>The amount of <paramref name="quantity"/> pieces.</summary>
    /// <exception cref="OverflowException">The product does not fit.</exception>
    public Money Times(int quantity) => this with { MinorUnits = checked(MinorUnits * quantity) };
}
