using ShipBy.Cli.Runs;

namespace ShipBy.Cli.Tests.Runs;

public class RunNameTests
{
    private static readonly RunPlan Plan = new(OrdersFile: null, TimeSpan.FromSeconds(60), Seed: 1, StockFactor: null, FaultLevel.None);

    [Fact]
    public void Of_NamesAllThatDecidesWhatIsPlayed()
    {
        var plan = new RunPlan("/data/orders sample.csv.gz", TimeSpan.FromMinutes(7), Seed: 7, StockFactor: 0.90m, FaultLevel.High);

        Assert.Equal("orders_sample-ba7816bf-seed7-420s-stock0.9-highfaults", RunName.Of(plan, "abc"u8));
    }

    [Theory]
    [InlineData("ozon", "generated-seed1-60s")]
    [InlineData("ozon,taobao,webhook", "generated-seed1-60s-ozon_taobao_webhook")]
    [InlineData("webhook", "generated-seed1-60s-webhook")]
    public void Of_NamesTheChannels_UnlessItIsOzonAlone(string channels, string expected) => Assert.Equal(expected, RunName.Of(Plan with { Channels = channels }, []));

    [Fact]
    public void Of_SaysOpen_WhenTheRunHasNoEnd() => Assert.Equal("generated-seed1-open", RunName.Of(Plan with { Length = null }, []));

    [Fact]
    public void Of_DiffersWithEveryPart()
    {
        RunPlan[] plans =
        [
            Plan, Plan with { Length = TimeSpan.FromSeconds(60.5) }, Plan with { Length = null }, Plan with { Seed = 2 }, Plan with { StockFactor = 0.9m },
            Plan with { StockFactor = 0 }, Plan with { Faults = FaultLevel.Low }, Plan with { Faults = FaultLevel.High }, Plan with { OrdersFile = "/a.csv" },
            Plan with { Channels = "ozon,webhook" },
        ];

        Assert.Equal(plans.Length, plans.Select(plan => RunName.Of(plan, [])).Distinct().Count());
    }

    [Fact]
    public void Of_FollowsTheFilesContent_AndNotItsFolder()
    {
        var name = RunName.Of(Plan with { OrdersFile = "/here/orders.csv" }, "abc"u8);

        Assert.Equal(name, RunName.Of(Plan with { OrdersFile = "/there/orders.csv" }, "abc"u8));
        Assert.NotEqual(name, RunName.Of(Plan with { OrdersFile = "/here/orders.csv" }, "abd"u8));
    }

    [Theory]
    [InlineData("/a/заказы #1?.csv")]
    [InlineData("/a/..csv")]
    [InlineData("/a/0123456789012345678901234567890123456789012345678901234567890123456789.csv")]
    public void Of_IsALegalFolder_WhateverTheFileIsCalled(string file) =>
        Assert.Matches("^[A-Za-z0-9_.-]{1,80}$", RunName.Of(Plan with { OrdersFile = file }, []));
}
