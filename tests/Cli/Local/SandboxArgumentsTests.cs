using ShipBy.Cli.Local;
using ShipBy.Cli.Runs;

namespace ShipBy.Cli.Tests.Local;

public class SandboxArgumentsTests
{
    private static readonly RunKeys Keys = new("100001", "api-key", "desk", "push", "host", "bWFpbA==");

    [Fact]
    public void For_TellsTheSandboxEverything()
    {
        var plan = new RunPlan("/orders.csv", TimeSpan.FromSeconds(60.5), Seed: 7, StockFactor: 0.9m, FaultLevel.High);

        Assert.Equal(
            "--data /run/sandbox --seed 7 --orders /orders.csv --for 60.5s --stock-factor 0.9 --faults high --ladder 24h,12h,6h,2h --address-file /address --client-id 100001 --api-key api-key",
            Text(plan));
    }

    [Fact]
    public void For_LeavesOutWhatWasNotSaid() => Assert.Equal(
        "--data /run/sandbox --seed 1 --ladder 24h,12h,6h,2h --address-file /address --client-id 100001 --api-key api-key",
        Text(new RunPlan(OrdersFile: null, Length: null, Seed: 1, StockFactor: null, FaultLevel.None)));

    [Fact]
    public void For_TellsTheSandbox_WhichShopsItPlays_AndTheirKeys()
    {
        var keys = ChannelKeys.Of(Keys);

        Assert.Equal(
            "--data /run/sandbox --seed 1 --channels ozon,taobao,webhook " +
            $"--taobao-app-key {keys.TaobaoAppKey} --taobao-app-secret {keys.TaobaoAppSecret} --taobao-session {keys.TaobaoSession} --webhook-secret {keys.WebhookSecret} --told-secret {keys.ToldSecret} " +
            "--ladder 24h,12h,6h,2h --address-file /address --client-id 100001 --api-key api-key",
            Text(new RunPlan(OrdersFile: null, Length: null, Seed: 1, StockFactor: null, FaultLevel.None) { Channels = "ozon,taobao,webhook" }));
    }

    private static string Text(RunPlan plan) =>
        string.Join(' ', SandboxArguments.For(plan, new RunFolder("/run"), Keys, "/address")).Replace('\\', '/');
}
