using ShipBy.Application.Stockroom;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Tests.Stockroom;

public sealed class CountedTextTests
{
    private static readonly StockSheet Sheet = new(
        PoolName.Parse("main"),
        [
            new StockLine(Sku.Parse("MUG-1"), null, new ProductCard(Sku.Parse("MUG-1")) { BarCode = "4600000000017" }, 0),
            new StockLine(Sku.Parse("cup"), null, null, 0), new StockLine(Sku.Parse("CUP"), null, null, 0), new StockLine(Sku.Parse("big bowl 2"), null, null, 0),
        ]);

    [Theory]
    [InlineData("MUG-1", "MUG-1 1")]
    [InlineData("mug-1 3", "MUG-1 3")]
    [InlineData("4600000000017\r\n4600000000017\nMUG-1\t5\n", "MUG-1 7")]
    [InlineData("cup 2\nCUP;3\nCup, 4", "cup 6, CUP 3")]
    [InlineData("big bowl 2", "big bowl 2 1")]
    [InlineData("big bowl 2 4", "big bowl 2 4")]
    [InlineData("MUG-1 × 2", "MUG-1 2")]
    [InlineData("MUG-1 0", "MUG-1 0")]
    [InlineData("MUG-1 1000000", "MUG-1 1000000")]
    [InlineData(" \n\n", "")]
    public void Lines_AreCodes_OrCodesAndNumbers(string text, string expected)
    {
        var read = CountedText.Read(text, Sheet.Find);

        Assert.Equal((expected, 0), (string.Join(", ", read.Units.Select(one => $"{one.Key} {one.Value}")), read.Unread.Count));
    }

    [Theory]
    [InlineData("PLATE")]
    [InlineData("PLATE 3")]
    [InlineData("MUG-1 -3")]
    [InlineData("MUG-1 1.5")]
    [InlineData("MUG-1 1000001")]
    [InlineData("MUG-1 99999999999")]
    [InlineData("5")]
    public void WhatCannotBeRead_IsNamed(string line)
    {
        var read = CountedText.Read($"cup 1\n{line}", Sheet.Find);

        Assert.Equal([line], read.Unread);
        Assert.Equal(1, Assert.Single(read.Units).Value);
    }

    [Fact]
    public void ASumThatIsTooLarge_IsNotTaken() =>
        Assert.Equal(["cup 1"], CountedText.Read("cup 1000000\ncup 1", Sheet.Find).Unread);
}
