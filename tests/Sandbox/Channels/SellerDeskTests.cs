using System.Text.Json.Nodes;
using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Channels;

/// <summary>The seller hands parcels over, and tells the app.</summary>
public sealed class SellerDeskTests
{
    [Fact]
    public async Task Seller_TellsOfEachParcelOnce_WhenItIsDueAndHeld()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await StartAsync(folder, app);

        await PlayAsync(run, app, 60);

        var told = app.ShipCalls.SelectMany(call => call["orders"]!.AsArray()).Select(order => order!).ToArray();
        var due = run.Server.Run.Appeared().Where(order => order.Plan.Ships <= run.Time.GetUtcNow().AddSeconds(-3) && order.Plan.CancelledAfterShip is null).ToArray();
        Assert.NotEmpty(due);
        Assert.Subset(told.Select(order => order["order"]!.ToString()).ToHashSet(), due.Select(order => order.Plan.Number).ToHashSet());
        var inTime = told.Where(order => run.Server.Run.Find(order["order"]!.ToString())!.Plan is var plan && !(plan.Ships < plan.KeptBackUntil)).ToArray();
        Assert.Equal(inTime.Length, inTime.Select(order => order["tracking_number"]!.ToString()).Distinct().Count());
        Assert.All(told, order =>
        {
            var plan = run.Server.Run.Find(order["order"]!.ToString())!.Plan;
            Assert.Equal(plan.Channel.Name(), order["shop"]!.ToString());
            Assert.True(plan.Channel is not Channel.Ozon || plan.IsRfbs);
            Assert.True(plan.Ships < run.Time.GetUtcNow());
            Assert.Equal(plan.Channel is Channel.Ozon, order["carrier"] is null);
            Assert.True(order["handed_over"]!.GetValue<bool>());
        });
        Assert.Equal(["ozon", "taobao", "webhook"], told.Select(order => order["shop"]!.ToString()).Distinct().Order());
        Assert.All(app.ShipCalls, call => Assert.Equal("sandbox", call["by"]!.ToString()));
    }

    [Fact]
    public async Task Seller_GoesHome_TenSecondsBeforeTheEnd()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await StartAsync(folder, app);
        await PlayAsync(run, app, 200);

        var last = run.Server.Run.Journal.Last(entry => entry.Kind == Happened.ParcelReady).At;

        Assert.InRange((last - TestRun.Start).TotalSeconds, 100, 109.999);
    }

    [Fact]
    public async Task Seller_SaysTheSameAgain_WhenTheAppDoesNotAnswer_ABatchAtATime()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await StartAsync(folder, app);
        app.OnShip = _ => null;
        await PlayAsync(run, app, 110);
        var failed = app.ShipCalls.ToArray();

        app.OnShip = call => FakeApp.Answer(call, accepted: true);
        await PlayAsync(run, app, 130);

        Assert.InRange(failed.Length, 5, 20);
        Assert.All(app.ShipCalls, call => Assert.InRange(call["orders"]!.AsArray().Count, 1, 20));
        Assert.All(failed[0]["orders"]!.AsArray(), first => Assert.Equal(
            first!.ToJsonString(),
            app.ShipCalls.Skip(failed.Length).SelectMany(call => call["orders"]!.AsArray()).Single(order => order!["order"]!.ToString() == first["order"]!.ToString())!.ToJsonString()));
        Assert.All(run.Server.Run.Appeared().Where(order => order.Parcel is not null), order => Assert.True(order.ParcelTaken));
    }

    [Fact]
    public async Task Seller_AsksAgainForWhatWasDeclined_WhileItIsOpen()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await StartAsync(folder, app);
        app.OnShip = call => FakeApp.Answer(call, accepted: false, "not held");
        await PlayAsync(run, app, 125);

        var times = app.ShipCalls.SelectMany(call => call["orders"]!.AsArray()).CountBy(order => order!["order"]!.ToString()).ToDictionary();
        var calls = app.ShipCalls.Count;
        await PlayAsync(run, app, 160);

        Assert.Contains(times.Values, count => count > 1);
        Assert.All(times, order => Assert.True(order.Value <= 1 + 120 / 8));
        Assert.Equal(calls, app.ShipCalls.Count);
        Assert.Equal("not held", run.Server.Run.Find(times.Keys.First())!.ParcelDeclined);
    }

    [Fact]
    public async Task Seller_KnowsAfterARestart_WhatTheAppHasTaken()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        var first = await StartAsync(folder, app);
        await PlayAsync(first, app, 60);
        var taken = first.Server.Run.Appeared().Where(order => order.ParcelTaken).ToDictionary(order => order.Plan.Number, order => order.Parcel);
        await first.DisposeAsync();

        await using var second = await TestRun.StartAsync(Options(folder, app), first.Time);

        Assert.NotEmpty(taken);
        Assert.All(taken, order => Assert.Equal((true, order.Value), (second.Server.Run.Find(order.Key)!.ParcelTaken, second.Server.Run.Find(order.Key)!.Parcel)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Seller_AsksAgain_ForWhatTheAppCouldNotHaveShippedYet(bool isShippedThen)
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await TestRun.StartAsync(Options(folder, app) with { Length = TimeSpan.FromMinutes(5) });
        var early = run.Server.Run.Source.UpTo(TestRun.Start.AddSeconds(100)).First(order => order.Ships < order.KeptBackUntil?.AddSeconds(-4));
        var until = (early.KeptBackUntil!.Value - TestRun.Start).TotalSeconds;
        await PlayAsync(run, app, until + 2);
        Assert.Equal(1, Asked());

        if (isShippedThen)
        {
            run.Server.Run.TakeShipped(run.Server.Run.Find(early.Number)!, "YTO", "YT1");
        }

        await PlayAsync(run, app, until + 6);
        Assert.Equal(isShippedThen ? 1 : 2, Asked());

        int Asked() => app.ShipCalls.SelectMany(call => call["orders"]!.AsArray()).Count(order => order!["order"]!.ToString() == early.Number);
    }

    [Fact]
    public async Task Seller_HandsOver_WhatWasPackedBefore()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await StartAsync(folder, app);
        await run.GoToAsync(3);
        var order = run.Server.Run.Appeared().First(order => order.Plan is { IsRfbs: true, Ships: not null });
        run.Server.Run.Record(Happened.ShipAsked, order.Plan.Number, new JsonObject { ["done_at"] = run.Time.GetUtcNow(), ["fails"] = false });
        Assert.Equal("awaiting_deliver", run.Server.Run.StateOf(order).Status);

        await PlayAsync(run, app, (order.Plan.Ships!.Value - TestRun.Start).TotalSeconds + 5);

        Assert.True(order.ParcelTaken);
    }

    [Fact]
    public async Task OzonsOwnCarriers_FetchWhatWasPacked_AndTheSellersDoNot()
    {
        using var folder = new TestFolder();
        await using var app = await FakeApp.StartAsync();
        await using var run = await StartAsync(folder, app);
        await run.GoToAsync(10);
        var orders = run.Server.Run.Appeared(Channel.Ozon).Where(order => order.Plan.OddStatus is null && order.Plan.Lines.All(line => line.Quantity > 0)).ToArray();
        var (fbs, rfbs) = (orders.First(order => !order.Plan.IsRfbs), orders.First(order => order.Plan.IsRfbs));
        foreach (var order in new[] { fbs, rfbs })
        {
            run.Server.Run.Record(Happened.ShipAsked, order.Plan.Number, new JsonObject { ["done_at"] = run.Time.GetUtcNow(), ["fails"] = false });
        }

        await run.GoToAsync(26);

        Assert.Equal(("acceptance_in_progress", "awaiting_deliver"), ((await run.PostingAsync(fbs.Plan.Number))["status"]!.ToString(), (await run.PostingAsync(rfbs.Plan.Number))["status"]!.ToString()));
        Assert.Contains((await run.GetAsync("sandbox/events")).Json.AsArray(), one => one!["kind"]!.ToString() == "shipped" && one["order"]!.ToString() == fbs.Plan.Number);
    }

    /// <summary>The app holds everything at once.</summary>
    private static Task PlayAsync(TestRun run, FakeApp app, double until) => run.GoToAsync(until, async () =>
    {
        foreach (var order in run.Server.Run.Appeared().Where(order => order.App is null))
        {
            app.SayOf(order.Plan.Channel.Name(), order.Plan.Number, "Held", ("taken", order.Plan.Appears), ("held", order.Plan.Appears));
        }

        await run.Server.LookAtAppAsync();
        await run.Server.HandOverAsync();
    });

    private static Task<TestRun> StartAsync(TestFolder folder, FakeApp app) => TestRun.StartAsync(Options(folder, app));

    private static SandboxOptions Options(TestFolder folder, FakeApp app) => TestRun.ThreeShops(folder) with { App = app.Address, AppKey = FakeApp.Key };
}
