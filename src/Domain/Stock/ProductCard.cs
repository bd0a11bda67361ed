namespace ShipBy.Domain.Stock;

/// <summary>What a pool knows of a product besides its numbers; all of it is the seller's word.</summary>
public sealed record ProductCard(Sku Sku)
{
    /// <value>Of each text, in characters.</value>
    public const int LongestText = 100;

    /// <value>More is a slip of the finger.</value>
    public const int MostUnits = 1_000_000;

    public const int MostLeadDays = 365;

    /// <value>In grams: a ton goes by no parcel.</value>
    public const int MostWeight = 1_000_000;

    /// <value>As people in the stockroom call it.</value>
    public string? Name { get; init; }

    /// <value>Where it lies; pick lists go by it.</value>
    public string? Zone { get; init; }

    /// <value>What it is packed in: the article number of a packaging material, or plain words where nobody counts that.</value>
    public string? Packaging { get; init; }

    /// <value>Units of it that one piece of <see cref="Packaging"/> holds; null: as many as go into one parcel.</value>
    public int? PerPackage { get; init; }

    /// <value>It is a packaging material: counted like any product, and used up by parcels.</value>
    public bool IsPackaging { get; init; }

    /// <value>Grams of one unit, ready to go; null where nobody weighed it.</value>
    public int? Weight { get; init; }

    /// <value>Who delivers it.</value>
    public string? Supplier { get; init; }

    public string? BarCode { get; init; }

    /// <value>Units that shall always be free; 0: nobody asked for that.</value>
    public int SafetyStock { get; init; }

    /// <value>Days from an order to the supplier until the goods are on the shelf; null where nobody said.</value>
    public int? LeadDays { get; init; }

    /// <value>Says nothing, so that it need not be kept.</value>
    public bool IsEmpty => this == new ProductCard(Sku);

    /// <summary>Whether fewer units are free than shall always be.</summary>
    public bool IsLow(int free) => SafetyStock > 0 && free < SafetyStock;
}
