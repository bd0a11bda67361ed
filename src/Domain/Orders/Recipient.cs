namespace ShipBy.Domain.Orders;

/// <summary>Whom an order goes to, and where, as far as the marketplace tells; it may tell it masked.</summary>
/// <remarks>A person's data: its text says nothing, so that none of it can slip into a log, a trace or an exception.</remarks>
public sealed record Recipient
{
    public string? Name { get; init; }

    public string? Phone { get; init; }

    /// <value>As the marketplace writes it: a name or a two-letter code.</value>
    public string? Country { get; init; }

    public string? Region { get; init; }

    public string? City { get; init; }

    /// <value>Street, house and all that follows.</value>
    public string? Address { get; init; }

    public string? PostalCode { get; init; }

    /// <value>What the buyer wrote along with the order.</value>
    public string? Wish { get; init; }

    /// <value>The marketplace's own opaque word for the same person at the same place; null where it has none.</value>
    public string? Mark { get; init; }

    /// <value>Whether there is anything to send a parcel to.</value>
    public bool HasAddress => !string.IsNullOrWhiteSpace(Address) || !string.IsNullOrWhiteSpace(City);

    /// <value>Whether the marketplace hides parts of it behind stars: it is not to be compared then, nor printed.</value>
    public bool IsMasked => new[] { Name, Phone, Address }.Any(text => text?.Contains('*', StringComparison.Ordinal) == true);

    /// <value>The region alone; null where it is hidden, or too long to be one.</value>
    public string? PlainRegion => Region is { Length: > 0 and <= 60 } region && !region.Contains('*', StringComparison.Ordinal) ? region : null;

    /// <summary>Whether a parcel for the one reaches the other: the same person at the same place, however it is spaced and written.</summary>
    /// <remarks>Where the marketplace itself says which are the same, its word counts: what it tells beside it is masked, and masks of different people look alike.</remarks>
    public bool IsAt(Recipient other) => Mark is not null || other.Mark is not null ? Mark == other.Mark : IsTheSame(other);

    private bool IsTheSame(Recipient other) => !IsMasked && !other.IsMasked && HasAddress && !string.IsNullOrWhiteSpace(Name)
        && Bare(Name) == Bare(other.Name) && Bare(Phone) == Bare(other.Phone) && Bare(Country) == Bare(other.Country) && Bare(Region) == Bare(other.Region)
        && Bare(City) == Bare(other.City) && Bare(Address) == Bare(other.Address) && Bare(PostalCode) == Bare(other.PostalCode);

    private static string Bare(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();

    public override string ToString() => "(a recipient)";
}
