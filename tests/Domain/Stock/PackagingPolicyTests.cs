using FsCheck;
using FsCheck.Fluent;
using ShipBy.Domain.Stock;

namespace ShipBy.Domain.Tests.Stock;

public sealed class PackagingPolicyTests
{
    private static readonly Dictionary<Sku, ProductCard> Cards = new ProductCard[]
    {
        new(Sku.Parse("BOX")) { IsPackaging = true }, new(Sku.Parse("BAG")) { IsPackaging = true },
        new(Sku.Parse("cup")) { Packaging = "BOX", PerPackage = 6 }, new(Sku.Parse("glass")) { Packaging = "BOX", PerPackage = 12 },
        new(Sku.Parse("third")) { Packaging = "BOX", PerPackage = 3 }, new(Sku.Parse("card")) { Packaging = "BOX" }, new(Sku.Parse("shirt")) { Packaging = " BAG " },
        new(Sku.Parse("plate")) { Packaging = "soft paper" }, new(Sku.Parse("spoon")) { Packaging = "cup" }, new(Sku.Parse("odd")) { Packaging = " " },
    }.ToDictionary(card => card.Sku);

    [Theory]
    [InlineData("", "")]
    [InlineData("cup 1", "BOX 1")]
    [InlineData("cup 6", "BOX 1")]
    [InlineData("cup 7", "BOX 2")]
    [InlineData("cup 3,glass 6", "BOX 1")]
    [InlineData("cup 3,glass 7", "BOX 2")]
    [InlineData("third 1,cup 4", "BOX 1")]
    [InlineData("card 100", "BOX 1")]
    [InlineData("card 100,cup 6", "BOX 1")]
    [InlineData("card 1,cup 7", "BOX 2")]
    [InlineData("shirt 3,cup 1", "BAG 1,BOX 1")]
    [InlineData("plate 5", "")]
    [InlineData("spoon 5", "")]
    [InlineData("odd 5", "")]
    [InlineData("BOX 5", "")]
    [InlineData("unknown 5", "")]
    [InlineData("cup 0", "")]
    public void AParcel_UsesUp(string goods, string expected) => Assert.Equal(expected, Told(PackagingPolicy.Of(GoodsOf(goods), Cards)));

    [Theory]
    [InlineData("cup 1", "cup 5", "")]
    [InlineData("cup 1", "cup 6", "BOX 1")]
    [InlineData("cup 6", "card 9", "")]
    [InlineData("shirt 1", "cup 1", "BOX 1")]
    [InlineData("", "cup 7", "BOX 2")]
    public void GoodsBesideOthers_UseUpOnlyMore(string already, string goods, string expected) => Assert.Equal(expected, Told(PackagingPolicy.Beside((IReadOnlyList<(Sku Sku, int Units)>)GoodsOf(already), (IReadOnlyList<(Sku Sku, int Units)>)GoodsOf(goods), Cards)));

    [Fact]
    public void HoweverAParcelIsFilled_ItsPartsAddUpToTheWhole()
    {
        var names = Gen.Elements("cup", "glass", "third", "card", "shirt", "plate");
        var parts = (from name in names from units in Gen.Choose(1, 20) select (Sku: Sku.Parse(name), Units: units)).ListOf().ListOf();
        Prop.ForAll(parts.ToArbitrary(), orders =>
        {
            var (already, used) = (new List<(Sku, int)>(), new List<PackagingUse>());
            foreach (var order in orders)
            {
                used.AddRange(PackagingPolicy.Beside(already, [.. order], Cards));
                already.AddRange((IEnumerable<(Sku, int)>)order);
            }

            var sums = used.GroupBy(use => use.Sku).OrderBy(uses => uses.Key.Value).Select(uses => new PackagingUse(uses.Key, uses.Sum(use => use.Pieces)));
            return Told(sums) == Told(PackagingPolicy.Of(already, Cards));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(5, 0, 2, 3)]
    [InlineData(2, 0, 2, 0)]
    [InlineData(1, 0, 2, 0)]
    [InlineData(0, 0, 2, 0)]
    [InlineData(-1, 0, 2, -1)]
    [InlineData(5, 4, 2, 4)]
    [InlineData(5, 5, 2, 5)]
    public void PackagingLeavesTheShelf_AsFarAsThereIsAnyThatNobodyWasPromised(int onHand, int held, int pieces, int left)
    {
        var box = Sku.Parse("BOX");
        var shelf = Shelf.Of([new StockItem(box, onHand, held)]).Pack([new PackagingUse(box, pieces), new PackagingUse(Sku.Parse("BAG"), 1)]);

        Assert.Equal((new StockItem(box, left, held), null), (shelf[box], shelf[Sku.Parse("BAG")]));
    }

    private static IReadOnlyList<(Sku, int)> GoodsOf(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(' ')).Select(one => (Sku.Parse(one[0]), int.Parse(one[1], System.Globalization.CultureInfo.InvariantCulture)))];

    private static string Told(IEnumerable<PackagingUse> uses) => string.Join(',', uses.Select(use => $"{use.Sku} {use.Pieces}"));
}
