namespace ShipBy.Bench.Tests;

public sealed class BenchArgumentsTests
{
    [Fact]
    public void Words_BecomeSettings()
    {
        var arguments = BenchArguments.Parse(["--quick", "--only", "startup_ratio, rss_growth_mb", "--json", "figures.json"]);

        Assert.True(arguments.Effort.Quick);
        Assert.Equal(["rss_growth_mb", "startup_ratio"], arguments.Only.Order());
        Assert.Equal(Path.GetFullPath("figures.json"), arguments.JsonFile);
    }

    [Theory]
    [InlineData("--only", "speed")]
    [InlineData("--json")]
    [InlineData("--slow")]
    public void WhatIsNotKnown_IsRefused(params string[] words) => Assert.Throws<FormatException>(() => BenchArguments.Parse(words));

    [Fact]
    public void EveryPromisedFigure_IsMeasured_Once() =>
        Assert.Equal(Report.Targets.All.Keys.Order(), Measurements.All.SelectMany(measurement => measurement.Names).Order());
}
