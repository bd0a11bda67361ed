using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Channels;

/// <summary>What the shop of webhooks takes from the app.</summary>
public sealed class ToldDoorTests
{
    private const string Stock = """{"type":"stock.set","data":{"items":[{"sku":"ТВ-005","available":7}]}}""";

    [Fact]
    public async Task Stock_IsTakenItemByItem()
    {
        using var folder = new TestFolder();
        await using var run = await StartAsync(folder);

        var reply = await TellAsync(run, "m1", """{"type":"stock.set","data":{"items":[{"sku":"ТВ-005","available":7},{"sku":"nobody","available":1},{"sku":"NO-STOCK-ROW","available":1},{"sku":"ТВ-006","available":-1},{"sku":"ТВ-007","available":0}]}}""");

        Assert.Equal((200, """{"results":[{"sku":"ТВ-005"},{"sku":"nobody","error":"unknown product"},{"sku":"NO-STOCK-ROW","error":"unknown product"},{"sku":"ТВ-006","error":"available is no number of units"},{"sku":"ТВ-007"}]}"""), (reply.Status, reply.Text));
        Assert.Equal([("ТВ-005", 7), ("ТВ-007", 0)], run.Server.Run.Stock.Told(Channel.Webhook).Select(one => (one.Key, one.Value)));
    }

    [Theory]
    [InlineData("wrong key", 401)]
    [InlineData("other body", 401)]
    [InlineData("other id", 401)]
    [InlineData("no id", 401)]
    [InlineData("too old", 401)]
    [InlineData("too early", 401)]
    [InlineData("old enough", 200)]
    [InlineData("second of two", 200)]
    public async Task Message_IsTaken_WhenItsSignatureIsGood(string flaw, int status)
    {
        using var folder = new TestFolder();
        await using var run = await StartAsync(folder);
        var at = run.Time.GetUtcNow().AddSeconds(flaw switch { "too old" => -301, "too early" => 301, "old enough" => -300, _ => 0 });

        var good = Signature(flaw is "wrong key" ? new byte[32] : Key, flaw is "other id" ? "m2" : "m1", at, flaw is "other body" ? Stock + " " : Stock);
        var reply = await SendAsync(run, flaw is "no id" ? "" : "m1", at, flaw is "second of two" ? $"v1,{Convert.ToBase64String(new byte[32])} {good}" : good, Stock);

        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 200 ? 1 : 0, run.Server.Run.Stock.Told(Channel.Webhook).Count);
    }

    [Fact]
    public async Task Repetition_IsAnsweredAsTheFirst_AndDoesNothing_EvenAfterARestart()
    {
        using var folder = new TestFolder();
        var first = await StartAsync(folder);
        var order = Order(first).Plan.Number;
        await TellAsync(first, "m1", Stock);
        await TellAsync(first, "m2", Shipped(order));
        await TellAsync(first, "m3", Stock.Replace("7", "3", StringComparison.Ordinal));
        var again = await TellAsync(first, "m1", Stock);
        await first.DisposeAsync();

        await using var second = await TestRun.StartAsync(TestRun.ThreeShops(folder), first.Time);
        Assert.Equal((200, 200), ((await TellAsync(second, "m2", Shipped(order))).Status, (await TellAsync(second, "m1", Stock)).Status));

        Assert.Equal((200, """{"results":[{"sku":"ТВ-005"}]}"""), (again.Status, again.Text));
        Assert.Equal(3, second.Server.Run.Stock.Told(Channel.Webhook)["ТВ-005"]);
        var track = second.Server.Run.Find(order)!;
        Assert.Equal((1, "T1"), (track.TimesToldShipped, Assert.Single(track.TrackingNumbers)));
    }

    [Fact]
    public async Task Order_IsShipped_AndASecondMessageOfItIsCounted()
    {
        using var folder = new TestFolder();
        await using var run = await StartAsync(folder);
        var order = Order(run);

        Assert.Equal((200, "{}"), await TellAsync(run, "m1", Shipped(order.Plan.Number)) is var reply ? (reply.Status, reply.Text) : default);
        await TellAsync(run, "m2", Shipped(order.Plan.Number));

        Assert.Equal("delivering", run.Server.Run.StateOf(order).Status);
        Assert.Equal((2, 2), (order.TimesToldShipped, order.TrackingNumbers.Count));
        Assert.Single((await run.GetAsync("sandbox/events")).Json.AsArray(), one => one!["kind"]!.ToString() == "shipped");
    }

    [Theory]
    [InlineData("order.shipped", "unknown", 404)]
    [InlineData("order.shipped", "taobao", 404)]
    [InlineData("order.shipped", "cancelled", 409)]
    [InlineData("order.cancelled", "unknown", 404)]
    [InlineData("order.cancelled", "shipped", 409)]
    [InlineData("order.cancelled", "open", 200)]
    [InlineData("order.cancelled", "cancelled", 200)]
    [InlineData("order.praised", "open", 400)]
    public async Task Order_IsJudgedByWhatItIs(string type, string what, int status)
    {
        using var folder = new TestFolder();
        await using var run = await StartAsync(folder);
        var order = Order(run).Plan.Number;
        if (what is "cancelled" or "shipped")
        {
            await TellAsync(run, "before", Shipped(order).Replace("order.shipped", "order." + what, StringComparison.Ordinal));
        }

        var number = what switch { "unknown" => "W-0", "taobao" => run.Server.Run.Appeared(Channel.Taobao).First().Plan.Number, _ => order };
        var reply = await TellAsync(run, "m1", Shipped(number).Replace("order.shipped", type, StringComparison.Ordinal));

        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 200 ? "cancelled" : what is "cancelled" ? "cancelled" : what is "shipped" ? "delivering" : "awaiting_packaging", run.Server.Run.StateOf(Order(run)).Status);
    }

    [Fact]
    public async Task Order_ThatIsNotPaid_CannotBeShipped()
    {
        using var folder = new TestFolder();
        await using var run = await StartAsync(folder);
        var later = run.Server.Run.Source.UpTo(TestRun.Start.AddSeconds(90)).First(order => order is { Channel: Channel.Webhook, Paid: not null } && order.Appears > run.Time.GetUtcNow());
        await run.GoToAsync((later.Paid!.Value - TestRun.Start).TotalSeconds - 0.001);

        Assert.Equal(409, (await TellAsync(run, "m1", Shipped(later.Number))).Status);
        await run.GoToAsync((later.Paid.Value - TestRun.Start).TotalSeconds);
        Assert.Equal(200, (await TellAsync(run, "m1", Shipped(later.Number))).Status);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"type":"stock.set","data":{"items":[]}}""")]
    [InlineData("""{"type":"stock.set","data":{"items":[1]}}""")]
    [InlineData("""{"type":"stock.set","data":{"items":[{"sku":5}]}}""")]
    public async Task Message_IsRefused_WhenItIsNone(string body)
    {
        using var folder = new TestFolder();
        await using var run = await StartAsync(folder);

        Assert.Equal(400, (await TellAsync(run, "m1", body)).Status);
        Assert.Equal(200, (await TellAsync(run, "m1", Stock)).Status);
    }

    private static byte[] Key => Convert.FromBase64String(new SandboxOptions { DataFolder = "" }.ToldSecret["whsec_".Length..]);

    private static async Task<TestRun> StartAsync(TestFolder folder)
    {
        var run = await TestRun.StartAsync(TestRun.ThreeShops(folder));
        await run.GoToAsync(5);
        return run;
    }

    private static OrderTrack Order(TestRun run) => run.Server.Run.Appeared(Channel.Webhook).First();

    private static string Shipped(string order) =>
        new JsonObject { ["type"] = "order.shipped", ["data"] = new JsonObject { ["order"] = order, ["carrier"] = "DHL", ["tracking_number"] = "T1" } }.ToJsonString();

    private static Task<Reply> TellAsync(TestRun run, string id, string body) => SendAsync(run, id, run.Time.GetUtcNow(), Signature(Key, id, run.Time.GetUtcNow(), body), body);

    private static Task<Reply> SendAsync(TestRun run, string id, DateTimeOffset at, string signature, string body) => run.SendAsync(HttpMethod.Post, "webhook-shop/told", body,
        ("webhook-id", id), ("webhook-timestamp", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)), ("webhook-signature", signature));

    private static string Signature(byte[] key, string id, DateTimeOffset at, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.{body}"))));
}
