using ShipBy.Domain.Stock;

namespace ShipBy.Domain.Tests.Stock;

public class ParcelWeightTests
{
    private static readonly Sku Mug = Sku.Parse("MUG"), Cup = Sku.Parse("CUP");

    [Theory]
    [InlineData(350, 200, 2, 1, 900)]
    [InlineData(350, null, 2, 0, null)]
    [InlineData(null, 200, 1, 1, null)]
    [InlineData(1_000_000, 1, 2_147, 483_647, int.MaxValue)]
    [InlineData(1_000_000, 1, 2_147, 483_648, null)]
    public void IsKnown_WhereAllAreKnown(int? mug, int? cup, int mugs, int cups, int? expected) => Assert.Equal(
        expected,
        ParcelWeight.Of([(Mug, mugs), (Cup, cups)], new Dictionary<Sku, ProductCard> { [Mug] = new(Mug) { Weight = mug }, [Cup] = new(Cup) { Weight = cup } }));

    [Fact]
    public void NothingWeighsNothingThatIsKnown() => Assert.Null(ParcelWeight.Of([], new Dictionary<Sku, ProductCard>()));
}
