using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Ozon;

/// <summary>Who may call, what there is to call, and how often.</summary>
public sealed class GateTests
{
    [Theory]
    [InlineData("", TestRun.ApiKey, 401, 16)]
    [InlineData(TestRun.ClientId, "", 401, 16)]
    [InlineData("43", TestRun.ApiKey, 403, 7)]
    [InlineData(TestRun.ClientId, "other", 403, 7)]
    public async Task Call_IsRefused_WithoutTheShopsKey(string client, string key, int status, int code)
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder));

        var reply = await run.CallAsync("v1/roles", "{}", client, key);

        Assert.Equal((status, code), (reply.Status, reply.Json["code"]!.GetValue<int>()));
        Assert.Empty(reply.Json["details"]!.AsArray());
    }

    [Theory]
    [InlineData("v3/posting/fbs/list")]
    [InlineData("v3/posting/fbs/unfulfilled/list")]
    [InlineData("v2/posting/fbs/act/create")]
    [InlineData("v1/warehouse/list")]
    [InlineData("nothing/like/it")]
    public async Task Call_IsRefused_WhenTheMethodIsSwitchedOffOrNeverWas(string method)
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder));

        var reply = await run.CallAsync(method, "{}");

        Assert.Equal((404, "method is not allowed"), (reply.Status, reply.Message));
    }

    [Fact]
    public async Task Call_IsRefused_AboveFiftyASecond_AndWelcomeAfterThePause()
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder));
        var replies = new List<Reply>();
        for (var i = 0; i < 51; i++)
        {
            replies.Add(await run.CallAsync("v1/roles", "{}"));
        }

        Assert.All(replies[..50], reply => Assert.Equal(200, reply.Status));
        Assert.Equal((429, 8, TimeSpan.FromSeconds(1)), (replies[50].Status, replies[50].Json["code"]!.GetValue<int>(), replies[50].RetryAfter));
        run.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await run.CallAsync("v1/roles", "{}")).Status);
    }

    [Fact]
    public async Task Roles_TellWhenTheKeyDies_AndWhatItOpens()
    {
        using var folder = new TestFolder();
        await using var run = await TestRun.StartAsync(TestRun.HourIsASecond(folder));

        var roles = (await run.CallAsync("v1/roles", "{}")).Json;

        Assert.Equal(TestRun.Start.AddDays(60), roles["expires_at"]!.GetValue<DateTimeOffset>());
        Assert.Contains("/v4/posting/fbs/list", roles["roles"]![0]!["methods"]!.AsArray().Select(method => method!.GetValue<string>()));
    }
}
