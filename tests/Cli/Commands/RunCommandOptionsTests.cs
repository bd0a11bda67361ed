using System.CommandLine;
using ShipBy.Cli.Commands;
using ShipBy.Cli.Runs;

namespace ShipBy.Cli.Tests.Commands;

public class RunCommandOptionsTests
{
    [Fact]
    public void Read_TakesEveryOption()
    {
        var request = Read("--for", "7m", "--orders", "orders.csv", "--stock-factor", "0.9", "--report", "r.json", "--seed", "7",
            "--faults", "high", "--new", "--language", "zh-CN", "--port", "7071");

        Assert.Equal(new RunPlan(Path.GetFullPath("orders.csv"), TimeSpan.FromMinutes(7), 7, 0.9m, FaultLevel.High), request.Plan);
        Assert.Equal((Path.GetFullPath("r.json"), true, "zh-CN", 7071), (request.ReportFile, request.StartAnew, request.Language, request.Port));
    }

    [Fact]
    public void Read_MeansAnEndlessRunOfGeneratedOrders_WithoutOptions()
    {
        var request = Read();

        Assert.Equal(new RunPlan(OrdersFile: null, Length: null, Seed: 1, StockFactor: null, FaultLevel.None), request.Plan);
        Assert.Equal((null, false, 0), (request.ReportFile, request.StartAnew, request.Port));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(false, "--for", "60s")]
    [InlineData(false, "--port", "7071")]
    [InlineData(false, "--language", "ru")]
    [InlineData(true, "--seed", "1")]
    [InlineData(true, "--orders", "orders.csv")]
    [InlineData(true, "--faults", "low")]
    [InlineData(true, "--stock-factor", "1", "--orders", "orders.csv")]
    [InlineData(true, "--report", "r.json")]
    [InlineData(true, "--new")]
    [InlineData(true, "--channels", "ozon")]
    public void Read_KnowsTheOptionsThatMeanTheSandbox(bool expected, params string[] args) =>
        Assert.Equal(expected, Read(args).SandboxOptionGiven);

    [Theory]
    [InlineData("--seed", "-1")]
    [InlineData("--seed", "1.5")]
    [InlineData("--seed", "4294967296")]
    [InlineData("--stock-factor", "1.01")]
    [InlineData("--stock-factor", "-0.1")]
    [InlineData("--stock-factor", "0,9")]
    [InlineData("--faults", "High")]
    [InlineData("--channels", "ebay")]
    [InlineData("--channels", "Ozon")]
    [InlineData("--channels", "")]
    [InlineData("--port", "65536")]
    [InlineData("--language", "de")]
    [InlineData("--for", "60")]
    public void Parse_SaysWhatWouldBeRight_WhenAValueIsWrong(string option, string value)
    {
        var error = Assert.Single(Parse(option, value).Errors);

        Assert.Contains($"'{value}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(option, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_GivesAFileOfOrdersAnEnd() => Assert.Equal(TimeSpan.FromMinutes(7), Read("--orders", "orders.csv").Plan.Length);

    [Fact]
    public void Read_Refuses_AShareOfTheStockOfNoFile() =>
        Assert.Contains("--orders", Assert.Throws<CannotStartException>(() => Read("--stock-factor", "0.9")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("ozon", "ozon")]
    [InlineData("ozon,taobao,webhook", "ozon,taobao,webhook")]
    [InlineData("webhook, ozon,ozon", "ozon,webhook")]
    [InlineData("taobao", "taobao")]
    public void Read_KnowsTheChannels_InWhateverOrderTheyStand(string given, string expected) => Assert.Equal(expected, Read("--channels", given).Plan.Channels);

    [Fact]
    public void Read_Refuses_ChannelsForAFileOfOrders() =>
        Assert.Contains("--channels", Assert.Throws<CannotStartException>(() => Read("--channels", "ozon,webhook", "--orders", "orders.csv")).Message, StringComparison.Ordinal);

    private static RunRequest Read(params string[] args)
    {
        var options = new RunCommandOptions();
        var command = new RootCommand();
        options.AddTo(command);

        return options.Read(command.Parse(args));
    }

    private static ParseResult Parse(params string[] args) => ShipByCommand.Create().Parse(["run", .. args]);
}
