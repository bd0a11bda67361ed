namespace ShipBy.Domain.Carriers;

/// <summary>Carriers' names made comparable.</summary>
public static class CarrierName
{
    /// <summary>Letters and digits in upper case, one space between.</summary>
    public static string Of(string? name) => PlaceText.Of(name);
}
