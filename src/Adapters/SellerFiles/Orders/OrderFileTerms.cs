using NodaTime;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Adapters.SellerFiles.Words;

namespace ShipBy.Adapters.SellerFiles.Orders;

/// <summary>What has to be known beside a file of orders to read it.</summary>
/// <param name="Shop">Whose orders they are.</param>
/// <param name="Zone">Of times without an offset.</param>
/// <param name="IsZoneSet">Whether the seller set the shop's zone; else a program whose times are of a known zone is believed.</param>
/// <param name="AsOf">When the file was true, where a row does not say when its order changed.</param>
internal sealed record OrderFileTerms(string Shop, DateTimeZone Zone, bool IsZoneSet, Instant AsOf, Instant Now)
{
    /// <value>What the words of statuses mean.</value>
    public required WordTable<Meaning> Words { get; init; }

    public DateTimeZone ZoneIn(OrderLayout layout) => IsZoneSet ? Zone : layout.Zone ?? Zone;

    /// <summary>The table beside the program.</summary>
    /// <exception cref="InvalidSellerFileException">It is not there, or says something that is not understood.</exception>
    public static WordTable<Meaning> ReadWords() => WordTable<Meaning>.Read("orders", [.. Meaning.All.Select(meaning => (meaning.Word, meaning))]);
}
