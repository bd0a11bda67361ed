using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Stock;

public sealed class ShelfTests
{
    [Theory]
    [InlineData(ShelfMove.None, 10, 4)]
    [InlineData(ShelfMove.Release, 10, 2)]
    [InlineData(ShelfMove.HandOver, 8, 2)]
    [InlineData(ShelfMove.TakeUnheld, 8, 4)]
    public void Carry_MovesTheUnitsOfTheLines(ShelfMove move, int onHand, int held)
    {
        var shelf = Shelf.Of([new StockItem(Sample.Mug, 10, 4)]).Carry(move, [Sample.TwoMugs]);

        Assert.Equal(new StockItem(Sample.Mug, onHand, held), shelf[Sample.Mug]);
    }

    [Fact]
    public void Hold_RefusesToOversell() =>
        Assert.Throws<InvalidOperationException>(() => new StockItem(Sample.Mug, OnHand: 3, Held: 2).Hold(2));

    [Theory]
    [InlineData("", "blank")]
    [InlineData("   ", "blank")]
    public void Sku_RefusesBlanks(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => Sku.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Sku_FitsAKey_UpToItsLimit()
    {
        Assert.Equal(Sku.MaxLength, Sku.Parse(new string('x', Sku.MaxLength)).Value.Length);
        Assert.Throws<FormatException>(() => Sku.Parse(new string('x', Sku.MaxLength + 1)));
    }
}
