using ShipBy.Adapters.Marketplaces.Ozon.Shipping;
using static ShipBy.Adapters.Tests.Marketplaces.Ozon.ShippingSample;

namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

public class PackingTests
{
    private static readonly ShownLine[] Lines = [new(1, "A", 2), new(2, "A", 3), new(3, "B", 1)];

    [Fact]
    public void WithoutParcels_EverythingIsInOnePackage_EachProductOnce() =>
        Assert.Equal("1x3", Text(Packing.Of([new(1, "A", 2), new(1, "A", 1)], [])));

    [Theory]
    [InlineData("A5 B1", "1x2 2x3 3x1")]
    [InlineData("A1|A4 B1", "1x1|1x1 2x3 3x1")]
    [InlineData("A3|A2|B1", "1x2 2x1|2x2|3x1")]
    [InlineData("A2 A3|B1", "1x2 2x3|3x1")]
    [InlineData("B1|A4", "No parcel holds all of A")]
    [InlineData("A6|B1", "The parcels hold more of A")]
    [InlineData("A5|B2", "The parcels hold more of B")]
    [InlineData("A5 B1|C1", "The parcels hold more of C")]
    [InlineData("A0 A5|B1", "The parcels hold more of A")]
    [InlineData("A5 B1|", "One of the parcels is empty")]
    public void EveryUnit_IsInOneParcel(string parcels, string expected) => Assert.StartsWith(
        expected,
        Text(Packing.Of(Lines, [.. parcels.Split('|').Select(parcel => Parcel([.. parcel.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(line => (line[..1], int.Parse(line[1..], null)))]))])),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(null, 1L)]
    [InlineData(0L, 1L)]
    [InlineData(1L, null)]
    [InlineData(1L, 0L)]
    public void ALineThatCannotBeRead_IsPackedByHand(long? product, long? units) => Assert.StartsWith("The posting's products cannot be read whole", Text(Packing.Of([new(product, "A", units)], [])), StringComparison.Ordinal);

    [Fact]
    public void NoLines_AreNoPackage() => Assert.NotNull(Packing.Of([], []).Flaw);

    private static string Text((IReadOnlyList<Package> Packages, string? Flaw) packing) =>
        packing.Flaw ?? string.Join('|', packing.Packages.Select(package => string.Join(' ', package.Products.Select(line => $"{line.Product}x{line.Units}"))));
}
