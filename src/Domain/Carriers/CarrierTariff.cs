using NodaTime;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping.Numbers;

namespace ShipBy.Domain.Carriers;

/// <summary>One row of the table that the seller keeps: where a carrier goes, with what weight, for what price, in which time. A carrier may have many.</summary>
public sealed record CarrierTariff
{
    public required Guid Id { get; init; }

    /// <value>As people call it, and with its service where it has several.</value>
    public required string Name { get; init; }

    /// <value>As the marketplace wants to be told; empty where that is its name.</value>
    public string Code { get; init; } = "";

    /// <value>Names or two-letter codes; none: everywhere.</value>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <value>How the postal codes begin; with <see cref="Places"/> one of all is enough.</value>
    public IReadOnlyList<string> PostalCodes { get; init; } = [];

    /// <value>Names of regions and towns.</value>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <value>Grams, this one included; null: any weight.</value>
    public int? UpTo { get; init; }

    /// <value>Of one parcel; null where nobody wrote it down.</value>
    public Money? Price { get; init; }

    /// <value>From the hand-over to the buyer; null where nobody knows.</value>
    public int? Days { get; init; }

    /// <value>On the wall clock of the seller; none: parcels are brought there at any time.</value>
    public IReadOnlyList<PickUpTime> PickUps { get; init; } = [];

    /// <value>How it is reached, in the seller's words.</value>
    public string Contact { get; init; } = "";

    /// <value>Who is called when a parcel is lost or stuck.</value>
    public string Emergency { get; init; } = "";

    /// <value>When it takes nothing.</value>
    public IReadOnlyList<Shutdown> Shutdowns { get; init; } = [];

    /// <value>Null where nobody said.</value>
    public NumberRule? Rule { get; init; }

    /// <value>What a marketplace is told.</value>
    public string Word => Code.Length > 0 ? Code : Name;

    /// <value>Whether it goes everywhere.</value>
    public bool IsEverywhere => Countries.Count == 0 && PostalCodes.Count == 0 && Places.Count == 0;

    /// <summary>Whether a carrier's word on an order means this one.</summary>
    public bool IsCalled(string? word) => PlaceText.Of(word) is { Length: > 0 } called && (called == PlaceText.Of(Code) || called == PlaceText.Of(Name));

    /// <summary>Whether a row of a file is this row, with other content perhaps.</summary>
    public bool IsSameRow(CarrierTariff other) => (PlaceText.Of(Name), PlaceText.Of(Code), UpTo) == (PlaceText.Of(other.Name), PlaceText.Of(other.Code), other.UpTo)
        && AreSame(Countries, other.Countries) && AreSame(PostalCodes, other.PostalCodes) && AreSame(Places, other.Places);

    /// <summary>Whether nothing differs. Lists of records are not compared by content on their own.</summary>
    public bool IsEqualTo(CarrierTariff other) => IsSameRow(other) && (Name, Code, Price, Days, Contact, Emergency, Rule) == (other.Name, other.Code, other.Price, other.Days, other.Contact, other.Emergency, other.Rule)
        && PickUps.SequenceEqual(other.PickUps) && Shutdowns.SequenceEqual(other.Shutdowns);

    private static bool AreSame(IReadOnlyList<string> some, IReadOnlyList<string> others) => some.Select(PlaceText.Of).ToHashSet().SetEquals(others.Select(PlaceText.Of));
}

/// <summary>Dates on which a carrier takes nothing, both ends included.</summary>
public sealed record Shutdown(LocalDate From, LocalDate To)
{
    public bool Contains(LocalDate day) => day >= From && day <= To;
}
