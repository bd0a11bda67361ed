using ShipBy.Adapters.SellerFiles;
using ShipBy.Adapters.SellerFiles.Stock;
using ShipBy.Application.Importing;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Tests.SellerFiles;

public sealed class StockFileTests
{
    [Theory]
    [InlineData("sku,on_hand\nMUG-1,5")]
    [InlineData("sku;on_hand\r\nMUG-1;5\r\n")]
    [InlineData("offer_id,quantity\nMUG-1,5\n")]
    [InlineData("Артикул;Остаток\nMUG-1;5\n")]
    [InlineData("货号,库存\nMUG-1,5\n")]
    [InlineData("\"SKU\",\"On_Hand\"\n\"MUG-1\",\"5\"\n")]
    [InlineData("name;on_hand;price;sku;name\nA mug; 5 ;10,50; MUG-1 ;x\n;;;;\n")]
    [InlineData("sku,name,on_hand,\nMUG-1,\"a \"\"large\"\" mug, blue\",5,\n")]
    public void WhatSpreadsheetsSave_IsRead(string text) => Assert.Equal((Sku.Parse("MUG-1"), 5), Single(text));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("5,0", 5)]
    [InlineData("5.00", 5)]
    [InlineData("0,000", 0)]
    [InlineData("1234,000", 1_234)]
    [InlineData("1 234", 1_234)]
    [InlineData("1\u00A0234,000", 1_234)]
    [InlineData("007", 7)]
    [InlineData("1000000", 1_000_000)]
    public void ANumber_IsRead_HoweverItIsWritten(string number, int units) => Assert.Equal(units, Single($"sku;on_hand\nMUG-1;{number}\n").OnHand);

    [Theory]
    [InlineData("", "line 3, on_hand: the cell is empty.")]
    [InlineData("-1", "line 3, on_hand: '-1' is negative.")]
    [InlineData("−1", "line 3, on_hand: '−1' is negative.")]
    [InlineData("5,5", "line 3, on_hand: '5,5' is not a whole number.")]
    [InlineData("0,500", "line 3, on_hand: '0,500' is not a whole number.")]
    [InlineData("5,000", "line 3, on_hand: '5,000' may mean thousands or decimals.")]
    [InlineData("999.000", "line 3, on_hand: '999.000' may mean thousands or decimals.")]
    [InlineData("1000001", "line 3, on_hand: '1000001' is more than 1000000 units.")]
    [InlineData("99999999999999999999999999999999", "line 3, on_hand: '99999999999999999999999999999999' is more than 1000000 units.")]
    [InlineData("12 34", "line 3, on_hand: '12 34' is not a number of units.")]
    [InlineData("many", "line 3, on_hand: 'many' is not a number of units.")]
    [InlineData("1e3", "line 3, on_hand: '1e3' is not a number of units.")]
    [InlineData("٥", "line 3, on_hand: '٥' is not a number of units.")]
    [InlineData("5;;;7", "line 3: it has 5 cells, and the heading 2.")]
    [InlineData("\"5", "line 3: its quotation marks do not pair.")]
    public void ARowThatIsNotUnderstood_IsSetAside_AndTheOthersGoIn(string number, string says)
    {
        var file = StockFile.Parse($"sku;on_hand\nCUP-1;1\nMUG-1;{number}\nPOT-1;2\n", "own.csv");

        Assert.Equal([new StockCount(2, Sku.Parse("CUP-1"), 1), new StockCount(4, Sku.Parse("POT-1"), 2)], file.Counts);
        Assert.StartsWith(says, Assert.Single(file.SetAside).ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(file.SetAside[0].Remedy);
    }

    [Fact]
    public void ADecimalCommaWhereCommasPartTheCells_IsNotTakenForAWholeNumber()
    {
        var file = StockFile.Parse("sku,on_hand\nMUG-1,1,5\nCUP-1,\"2,0\"\n", "own.csv");

        Assert.Equal([new StockCount(3, Sku.Parse("CUP-1"), 2)], file.Counts);
        Assert.Equal("line 2: it has 3 cells, and the heading 2. Put a cell that holds the separator itself into quotation marks.", Assert.Single(file.SetAside).ToString());
    }

    [Theory]
    [InlineData("", "line 2, sku: the cell is empty.")]
    [InlineData("4,6E+12", "line 2, sku: '4,6E+12' was shortened by the spreadsheet.")]
    [InlineData("4E+12", "line 2, sku: '4E+12' was shortened by the spreadsheet.")]
    public void AProductThatCannotBeNamed_IsSetAside(string sku, string says) =>
        Assert.StartsWith(says, Assert.Single(StockFile.Parse($"sku;on_hand\n{sku};5\n", "own.csv").SetAside).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(250, 0)]
    [InlineData(251, 1)]
    public void AnArticleNumber_HasUpTo250Characters(int length, int setAside) =>
        Assert.Equal(setAside, StockFile.Parse($"sku;on_hand\n{new string('x', length)};5\n", "own.csv").SetAside.Count);

    [Theory]
    [InlineData("#5")]
    [InlineData("E+12")]
    public void AnOddArticleNumber_IsOne(string sku) => Assert.Equal((Sku.Parse(sku), 5), Single($"sku;on_hand\n{sku};5\n"));

    [Fact]
    public void ADoubledProduct_IsSetAside_InAllOfItsRows_EvenWhereOneOfThemIsWrongAnyway()
    {
        var file = StockFile.Parse("sku;on_hand\nMUG-1;5\nCUP-1;1\nMUG-1;5\nmug-1;3\nCUP-1;\n", "own.csv");

        Assert.Equal([new StockCount(5, Sku.Parse("mug-1"), 3)], file.Counts);
        Assert.Equal([2, 3, 4, 6], file.SetAside.Select(fault => fault.Line));
        Assert.Equal("line 4, sku: 'MUG-1' is there 2 times, first in the lines 2 and 4. Keep one row with the whole count.", file.SetAside[2].ToString());
    }

    [Theory]
    [InlineData("", "it has no rows.")]
    [InlineData("sku,on_hand\n\n", "it has a heading and no rows.")]
    [InlineData("sku,price\nMUG-1,5\n", "line 1, on_hand: there is no such column. The first line that is no comment names the columns: sku,on_hand.")]
    [InlineData("MUG-1,5\nCUP-1,6\n", "line 1, sku: there is no such column.")]
    [InlineData("sku,offer_id,on_hand\nMUG-1,MUG-1,5\n", "line 1, sku: this column is there twice.")]
    public void AFileWithoutItsColumns_IsRefusedWhole(string text, string says) =>
        Assert.Contains(says, Assert.Throws<InvalidSellerFileException>(() => StockFile.Parse(text, "own.csv")).Message, StringComparison.Ordinal);

    private static (Sku Sku, int OnHand) Single(string text)
    {
        var file = StockFile.Parse(text, "own.csv");
        Assert.Empty(file.SetAside);
        var count = Assert.Single(file.Counts);

        return (count.Sku, count.OnHand);
    }
}
