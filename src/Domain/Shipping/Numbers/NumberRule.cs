namespace ShipBy.Domain.Shipping.Numbers;

/// <summary>How a carrier's pre-printed tracking numbers follow each other.</summary>
/// <remarks>Numbers of electronic waybills come from the carrier or the marketplace one by one; they follow no rule.</remarks>
public enum NumberRule
{
    /// <summary>Digits only, each one more than the last.</summary>
    Counter,

    /// <summary>The digits at the end, each one more than the last; all before them stays.</summary>
    PrefixCounter,

    /// <summary>Two letters, eight digits, a check digit, two letters of the country. Source: UPU standard S10.</summary>
    S10,

    /// <summary>Fourteen digits of Russian Post: office, month, serial, check digit with the weights 3 and 1.</summary>
    RussianPost,

    /// <summary>A counter and, as its last digit, what remains when it is divided by 7.</summary>
    Modulo7,

    /// <summary>A counter of eleven digits and, as its last digit, what remains when it is divided by 11; 10 is written as 0.</summary>
    Modulo11,

    /// <summary>Every number comes from the carrier.</summary>
    FromTheCarrier,
}
