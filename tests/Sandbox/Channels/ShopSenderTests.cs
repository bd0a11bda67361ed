using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Channels;

/// <summary>The shop tells of its orders: signed, late, twice, in any order, until it was heard.</summary>
public sealed class ShopSenderTests
{
    [Fact]
    public async Task Shop_TellsOfEveryOrder_SignedByTheStandard()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await StartAsync(folder, app);

        await TellAsync(run, 40, all: true);

        var orders = run.Server.Run.Appeared(Channel.Webhook).Select(order => order.Plan.Number).ToArray();
        Assert.NotEmpty(orders);
        Assert.Equal(orders.Order(), app.Messages.Select(message => JsonNode.Parse(message.Body)!["data"]!["number"]!.ToString()).Distinct().Order());
        var key = Convert.FromBase64String(new SandboxOptions { DataFolder = "" }.WebhookSecret["whsec_".Length..]);
        Assert.All(app.Messages.Where(message => !message.Headers["webhook-id"].StartsWith("forged", StringComparison.Ordinal)), message =>
        {
            var (id, at) = (message.Headers["webhook-id"], message.Headers["webhook-timestamp"]);
            var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{at}.{message.Body}")));
            Assert.Equal("v1," + signature, message.Headers["webhook-signature"]);
            Assert.InRange(long.Parse(at, CultureInfo.InvariantCulture), TestRun.Start.ToUnixTimeSeconds(), run.Time.GetUtcNow().ToUnixTimeSeconds());
        });
        Assert.Contains(app.Messages.CountBy(message => message.Headers["webhook-id"]), message => message.Value == 2);
    }

    [Fact]
    public async Task Message_HoldsTheOrderAsItWas_WhateverItHasBecomeSince()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await TestRun.StartAsync(Options(folder, app) with { Length = TimeSpan.FromMinutes(5) });
        await TellAsync(run, 300, all: true);

        var told = app.Messages.Select(message => JsonNode.Parse(message.Body)!).ToArray();
        var later = run.Server.Run.Appeared(Channel.Webhook).First(order => order.Plan.Paid is not null).Plan;
        var (created, paid) = (Of(told, later.Number, "order.created")[0]["data"]!, Of(told, later.Number, "order.updated").First(message => message["data"]!["paid_at"] is not null)["data"]!);
        Assert.Equal(("pending", null, null), (created["status"]!.ToString(), created["ship_by"], created["paid_at"]));
        Assert.Equal(("paid", later.Limit), (paid["status"]!.ToString(), paid["ship_by"]!.GetValue<DateTimeOffset>()));
        Assert.Equal(later.Paid, paid["updated_at"]!.GetValue<DateTimeOffset>());
        var moved = run.Server.Run.Appeared(Channel.Webhook).First(order => order.Plan.Moves is [_, ..] moves && moves[^1].At < run.Time.GetUtcNow() && !(order.Plan.Cancels < moves[^1].At)).Plan;
        Assert.Equal(moved.Moves.Select(move => (move.At, move.Limit)), Of(told, moved.Number, "order.updated").Where(message => message["data"]!["status"]!.ToString() == "paid")
            .Select(message => message["data"]!).Where(order => order["updated_at"]!.GetValue<DateTimeOffset>() != moved.Paid).DistinctBy(order => order["updated_at"]!.ToString()).Select(order => (order["updated_at"]!.GetValue<DateTimeOffset>(), order["ship_by"]?.GetValue<DateTimeOffset>())).Order());
        var gone = run.Server.Run.Appeared(Channel.Webhook).First(order => order.CancelAnnounced).Plan;
        var cancelled = Of(told, gone.Number, "order.cancelled")[0]["data"]!;
        Assert.Equal(("cancelled", run.Server.Run.StateOf(run.Server.Run.Find(gone.Number)!).CancelledAt), (cancelled["status"]!.ToString(), cancelled["cancelled_at"]!.GetValue<DateTimeOffset>()));
    }

    [Fact]
    public async Task AnEditedOrder_IsToldWithItsNewLines()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await TestRun.StartAsync(Options(folder, app) with { Length = TimeSpan.FromMinutes(5) });
        await TellAsync(run, 120, all: true);

        var told = app.Messages.Where(message => !message.Headers["webhook-id"].StartsWith("forged", StringComparison.Ordinal)).Select(message => JsonNode.Parse(message.Body)!).ToArray();
        var edited = run.Server.Run.Appeared(Channel.Webhook).First(order => order.Plan.Edit?.At < run.Time.GetUtcNow()).Plan;
        Assert.Equal(Units(edited.Lines), Quantities(Of(told, edited.Number, "order.created")[0]));
        Assert.Equal(Units(edited.Edit!.Lines), Quantities(Of(told, edited.Number, "order.updated").First(message => message["data"]!["updated_at"]!.GetValue<DateTimeOffset>() == edited.Edit.At)));

        static int[] Units(IEnumerable<Sandbox.Source.OrderLine> lines) => [.. lines.Select(line => line.Quantity)];
        static int[] Quantities(JsonNode message) => [.. message["data"]!["lines"]!.AsArray().Select(line => line!["quantity"]!.GetValue<int>())];
    }

    [Theory]
    [InlineData(401, 0)]
    [InlineData(200, 1)]        // who believes a forger is told so
    public async Task AForger_TriesToCancelOrders_ByAWrongKeyOrAnOldMessage(int status, int areTaken)
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await TestRun.StartAsync(Options(folder, app) with { Length = TimeSpan.FromMinutes(5) });
        app.ForgedStatus = status;
        await TellAsync(run, 200, all: true);

        var (key, now) = (Convert.FromBase64String(new SandboxOptions { DataFolder = "" }.WebhookSecret["whsec_".Length..]), run.Time.GetUtcNow());
        var forged = app.Messages.Where(message => message.Headers["webhook-id"].StartsWith("forged", StringComparison.Ordinal)).ToArray();
        var old = forged.Where(message => Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{message.Headers["webhook-id"]}.{message.Headers["webhook-timestamp"]}.{message.Body}"))) == message.Headers["webhook-signature"]["v1,".Length..]).ToArray();
        Assert.All(forged, message => Assert.Equal("order.cancelled", JsonNode.Parse(message.Body)!["type"]!.ToString()));
        Assert.InRange(old.Length, 1, forged.Length - 1);
        Assert.All(old, message => Assert.True(long.Parse(message.Headers["webhook-timestamp"], CultureInfo.InvariantCulture) < now.AddMinutes(-9).ToUnixTimeSeconds()));
        var report = (await run.ReportAsync())["channels"]!["webhook"]!;
        Assert.Equal((forged.Length, (1 - areTaken) * forged.Length, areTaken * forged.Length), (report["messages_forged"]!.GetValue<int>(), report["messages_forged_refused"]!.GetValue<int>(), report["messages_forged_taken"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Message_IsSentUntilItIsTaken_WithGrowingGaps()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await StartAsync(folder, app);
        app.MessageStatus = 503;
        await TellAsync(run, 60, all: false);
        var first = app.Messages.Select(message => message.Headers["webhook-id"]).First(id => !id.StartsWith("forged", StringComparison.Ordinal));      // a forger's come when they like
        var attempts = run.Server.Run.Journal.Where(entry => entry.Kind == Happened.Webhook && entry.Data["message"]!.ToString() == first).Select(entry => entry.At).ToArray();

        app.MessageStatus = 204;
        await TellAsync(run, 80, all: true);

        Assert.InRange(attempts.Length, 5, 16);
        Assert.All(run.Server.Run.Appeared(Channel.Webhook), order => Assert.NotEmpty(order.MessagesTaken));
        Assert.True(app.Messages.Select(message => message.Headers["webhook-timestamp"]).Distinct().Count() > 5);
    }

    [Fact]
    public async Task Message_ThatWasTaken_IsNotSentAgainAfterARestart_AndTheOthersAre()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        var first = await StartAsync(folder, app);
        await TellAsync(first, 30, all: true);
        app.MessageStatus = 500;
        await TellAsync(first, 50, all: false);
        var taken = first.Server.Run.Appeared(Channel.Webhook).SelectMany(order => order.MessagesTaken.Keys).ToHashSet();
        await first.DisposeAsync();
        app.Messages.Clear();
        app.MessageStatus = 200;

        await using var second = await TestRun.StartAsync(Options(folder, app), first.Time);
        await TellAsync(second, 60, all: true);

        Assert.NotEmpty(app.Messages);
        Assert.DoesNotContain(app.Messages, message => taken.Contains(message.Headers["webhook-id"]));
        Assert.All(second.Server.Run.Appeared(Channel.Webhook), order => Assert.NotEmpty(order.MessagesTaken));
    }

    /// <summary>Goes on, messages under way included; their pauses are moments of the test's clock.</summary>
    /// <param name="all">Until every message of now was taken.</param>
    private static async Task TellAsync(TestRun run, double until, bool all)
    {
        var under = new List<Task>();
        while ((run.Time.GetUtcNow() - TestRun.Start).TotalSeconds < until)
        {
            await run.GoToAsync((run.Time.GetUtcNow() - TestRun.Start).TotalSeconds + 1);
            under.Add(run.Server.TellOfOrdersAsync());
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        while (all && !under.TrueForAll(one => one.IsCompleted))
        {
            run.Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    private static JsonNode[] Of(IEnumerable<JsonNode> told, string number, string type) =>
        told.Where(message => message["type"]!.ToString() == type && message["data"]!["number"]!.ToString() == number).ToArray();

    private static Task<TestRun> StartAsync(TestFolder folder, FakeApp app) => TestRun.StartAsync(Options(folder, app));

    private static SandboxOptions Options(TestFolder folder, FakeApp app) => TestRun.ThreeShops(folder) with { Seed = 2, App = app.Address, AppKey = FakeApp.Key };
}
