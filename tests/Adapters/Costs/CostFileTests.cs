using NodaTime;
using ShipBy.Adapters.Costs;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Tests.Costs;

public sealed class CostFileTests
{
    private const string Heading = "kind,from,name,percent,least,most,currency,source,date,confidence\n";

    private static readonly Citation Source = new("a page", new LocalDate(2026, 11, 22), CostConfidence.Official);

    [Fact]
    public void RowsInAnyOrder_AreStepsAndBandsInTheirOrder()
    {
        var table = Parse("late,last,,3,,,", "band,4.5,blue,3,,1500,RUB", "late,12h,,,,,", "window,14d,,,,,", "late,0,,1.5,50.5,,rub", "band,0,green,0,,,");

        Assert.Equal("own", table.Name);
        Assert.Equal(
            [
                new SurchargeStep(Duration.Zero, new Charge(1.5m, new Money(5_050, "RUB"), null), Source),
                new SurchargeStep(Duration.FromHours(12), new Charge(null, null, null), Source),
                new SurchargeStep(null, new Charge(3, null, null), Source),
            ],
            table.Steps);
        Assert.Equal([new IndexBand(0, "green", new Charge(0, null, null), Source), new IndexBand(4.5m, "blue", new Charge(3, null, new Money(150_000, "RUB")), Source)], table.Bands);
        Assert.Equal(14, table.IndexDays);
    }

    [Fact]
    public void WhatSpreadsheetsMakeOfAFile_IsRead()
    {
        var table = CostFile.Parse("# a comment\r\nKIND;from;name;percent;least;most;currency;source;date;confidence;;\r\nLATE;0;;1;;30;CNY;\"a; page\";22.11.2026;Outdated;;\r\n", "own.csv");

        Assert.Equal(
            new SurchargeStep(Duration.Zero, new Charge(1, null, new Money(3_000, "CNY")), new Citation("a; page", Source.Date, CostConfidence.Outdated)), Assert.Single(table.Steps));
    }

    [Theory]
    [InlineData("early,0,,1,,,,a page,2026-11-22,official", "line 2, kind: 'early' is not a kind of row")]
    [InlineData("late,,,1,,,,a page,2026-11-22,official", "line 2, from: the cell is empty")]
    [InlineData("late,12,,1,,,,a page,2026-11-22,official", "line 2, from: '12' is not how late an order is")]
    [InlineData("late,-1h,,1,,,,a page,2026-11-22,official", "line 2, from: '-1h' is not how late an order is")]
    [InlineData("late,0,,\"1,5\",,,,a page,2026-11-22,official", "line 2, percent: '1,5' is not a percentage")]
    [InlineData("late,0,,101,,,,a page,2026-11-22,official", "line 2, percent: '101' is not a percentage")]
    [InlineData("late,0,,1,fifty,,RUB,a page,2026-11-22,official", "line 2, least: 'fifty' is not an amount")]
    [InlineData("late,0,,1,50,49,RUB,a page,2026-11-22,official", "line 2, most: '49' is not an amount, or less than the least")]
    [InlineData("late,0,,1,50,,,a page,2026-11-22,official", "line 2, currency: the cell is empty")]
    [InlineData("late,0,,1,50,,₽,a page,2026-11-22,official", "line 2, currency: '₽' is not a currency")]
    [InlineData("late,0,,1,,,,,2026-11-22,official", "line 2, source: the cell is empty")]
    [InlineData("late,0,,1,,,,a page,11/22/2026,official", "line 2, date: '11/22/2026' is not a date")]
    [InlineData("late,0,,1,,,,a page,2026-11-22..2026-11-23,official", "line 2, date: '2026-11-22..2026-11-23' is not a date")]
    [InlineData("late,0,,1,,,,a page,2026-11-22,1", "line 2, confidence: '1' is not how sure")]
    [InlineData("late,0,,1,,,,a page,2026-11-22,", "line 2, confidence: the cell is empty")]
    [InlineData("band,100,red,1,,,,a page,2026-11-22,official", "line 2, from: '100' is not a percentage")]
    [InlineData("band,4,,1,,,,a page,2026-11-22,official", "line 2, name: the cell is empty")]
    [InlineData("window,14h,,,,,,a page,2026-11-22,official", "line 2, from: '14h' is not a number of days")]
    [InlineData("window,367d,,,,,,a page,2026-11-22,official", "line 2, from: '367d' is not a number of days")]
    public void ALine_IsNamedWithWhatIsWrongInIt(string row, string expected)
    {
        var refusal = Assert.Throws<InvalidSellerFileException>(() => CostFile.Parse(Heading + row, "own.csv"));

        Assert.StartsWith("own.csv cannot be used as a table of costs:", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.All(refusal.Faults, fault => Assert.EndsWith(".", fault.Remedy, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("late,0,,1,,,", "late,0,,2,,,", "line 3, from: the same stands in line 2")]
    [InlineData("late,last,,1,,,", "late,last,,2,,,", "line 3, from: the same stands in line 2")]
    [InlineData("band,0,green,1,,,", "band,0.0,blue,2,,,", "line 3, from: the same stands in line 2")]
    [InlineData("window,7d,,,,,", "window,14d,,,,,", "line 3, from: the same stands in line 2")]
    [InlineData("band,4,blue,1,,,", "window,14d,,,,,", "line 2, from: no band begins at 0")]
    [InlineData("band,0,green,1,,,", "late,0,,1,,,", "line 2, kind: there are bands and no window")]
    public void Rows_ThatDoNotFitTogether_AreRefused(string one, string other, string expected) =>
        Assert.Contains(expected, Assert.Throws<InvalidSellerFileException>(() => Parse(one, other)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("none")]
    [InlineData(" NONE ")]
    [InlineData("")]
    public void NoTable_CanBeAskedFor(string setting) => Assert.Equal(CostTable.None, CostFile.Read(setting));

    [Fact]
    public void ATableThatIsNotThere_IsRefusedWithTheNamesThatAre() =>
        Assert.Contains("ozon, taobao", Assert.Throws<InvalidSellerFileException>(() => CostFile.Read("ozone")).Message, StringComparison.Ordinal);

    private static CostTable Parse(params string[] rows) => CostFile.Parse(Heading + string.Join('\n', rows.Select(row => $"{row},a page,2026-11-22,official")), "own.csv");
}
