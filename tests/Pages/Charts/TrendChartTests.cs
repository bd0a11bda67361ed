using System.Xml.Linq;
using ShipBy.Pages.Charts;

namespace ShipBy.Pages.Tests.Charts;

public sealed class TrendChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData("", 0, 0)]                 // no data at all
    [InlineData("-", 0, 1)]
    [InlineData("0", 1, 0)]                // nothing of something is a thin bar, and differs from nothing known
    [InlineData("0.5", 1, 0)]              // one order
    [InlineData("0 - 0.5 1", 3, 1)]
    public void EachPoint_IsABar_OrADotWhereNothingIsKnown(string values, int bars, int dots)
    {
        var chart = Draw(values, limit: null);

        Assert.Equal((bars, dots, 0), (chart.Descendants(Svg + "rect").Count(), chart.Descendants(Svg + "circle").Count(), chart.Descendants(Svg + "line").Count(line => (string?)line.Attribute("class") == "limit")));
    }

    [Fact]
    public void AYear_StaysInsideThePicture()
    {
        var chart = Draw(string.Join(' ', Enumerable.Range(0, 52).Select(week => (week % 7 / 10m).ToString(System.Globalization.CultureInfo.InvariantCulture))), 0.04m);

        Assert.All(chart.Descendants(Svg + "rect"), bar =>
        {
            Assert.InRange((double)bar.Attribute("x")! + (double)bar.Attribute("width")!, 0.5, TrendChart.Width);
            Assert.InRange((double)bar.Attribute("y")!, 0, TrendChart.Height);
            Assert.True((double)bar.Attribute("width")! > 1);
        });
    }

    [Theory]
    [InlineData("0.1 0.2", 0.4, 0)]        // the limit is the highest: it fits
    [InlineData("0.8 0.2", 0.4, 22)]
    public void TheLimit_IsALineAtItsHeight(string values, double limit, double below)
    {
        var line = Draw(values, (decimal)limit).Descendants(Svg + "line").Single(line => (string?)line.Attribute("class") == "limit");

        Assert.Equal(4 + below, (double)line.Attribute("y1")!);
    }

    [Fact]
    public void WithoutAnyHeight_ThereIsNoLimitToDraw() => Assert.DoesNotContain("limit", TrendChart.Draw(new ChartData([new ChartPoint(0, "a")], 0, "t")), StringComparison.Ordinal);

    [Fact]
    public void TheWords_AreEscaped_AndOneForAll()
    {
        var chart = XElement.Parse(TrendChart.Draw(new ChartData([new ChartPoint(1, "<a>"), new ChartPoint(1, "b")], null, "\"1\" & <2>")));

        Assert.Equal(("img", "\"1\" & <2>"), ((string)chart.Attribute("role")!, (string)chart.Attribute("aria-label")!));
        Assert.Equal(["<a>", "b"], chart.Descendants(Svg + "text").Select(text => text.Value));
    }

    [Fact]
    public void Alone_ItBringsItsColours_AndOnAPageNone()
    {
        var data = new ChartData([new ChartPoint(1, "a")], null, "t");

        Assert.Contains("<style>", TrendChart.Alone(data), StringComparison.Ordinal);
        Assert.DoesNotContain("style", TrendChart.Draw(data), StringComparison.Ordinal);
    }

    private static XElement Draw(string values, decimal? limit) => XElement.Parse(TrendChart.Draw(new ChartData(
        [.. values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => new ChartPoint(text == "-" ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture), text))], limit, "a chart")));
}
