namespace ShipBy.Domain.Stock;

/// <summary>The seller's own article number: what all shops of a stock pool call the same product.</summary>
/// <remarks>Ozon calls it <c>offer_id</c>; Ozon's own number for a product, also called SKU there, is not this.</remarks>
public sealed record Sku
{
    /// <value>Longest article number that still fits a table key when every character has to be escaped.</value>
    public const int MaxLength = 250;

    private Sku(string value) => Value = value;

    public string Value { get; }

    /// <exception cref="FormatException"><paramref name="text"/> is blank or longer than <see cref="MaxLength"/>.</exception>
    public static Sku Parse(string text) => text.Trim() switch
    {
        "" => throw new FormatException("The article number (offer_id) is blank; give the product one."),
        { Length: > MaxLength } value =>
            throw new FormatException($"The article number (offer_id) has {value.Length} characters; at most {MaxLength} are possible."),
        var value => new Sku(value),
    };

    public override string ToString() => Value;
}
