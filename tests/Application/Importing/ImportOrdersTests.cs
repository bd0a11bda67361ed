using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Application.Doorbell;
using ShipBy.Application.History;
using ShipBy.Application.Importing;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Importing;

public sealed class ImportOrdersTests
{
    private static readonly Shop Tea = new("tea", "file", Sample.Pool);

    private readonly World _world = new() { AddPorts = services => services.AddSingleton(Tea) };

    private ImportOrders Import => _world.Of<ImportOrders>();

    [Fact]
    public async Task ADryRun_SaysWhatTheRunDoes_AndWritesNothing()
    {
        var told = Told("7", hour: 0);

        var dry = await Import.PlanAsync(Tea, [told], new Progress(), default);

        Assert.Equal((OrderFate.New, "new, to pack, to ship by 2026-03-03T18:00:00Z, 2 x MUG-1"), (dry.Orders[0].Fate, OrderImportWords.Of(dry.Orders[0])));
        Assert.Equal((0, 0), (await RowsAsync(), _world.Bells.Rung.Count));

        var real = await RunAsync(told);

        Assert.Equal((ImportEnd.Whole, OrderFate.New), (real.End, real.Orders[0].Fate));
        Assert.Equal(OrderState.Pending, (await _world.OrderAsync("7")).State);
        Assert.Equal([Bell.ReserveStock], _world.Bells.Rung);
    }

    [Fact]
    public async Task TheSameFileTwice_ChangesNothing()
    {
        var told = Told("7", hour: 0);
        await RunAsync(told);
        var version = await VersionAsync("7");

        var again = await RunAsync(told);

        Assert.Equal(OrderFate.Unchanged, again.Orders[0].Fate);
        Assert.Equal("unchanged, to pack, to ship by 2026-03-03T18:00:00Z", OrderImportWords.Of(again.Orders[0]));
        Assert.Equal(version, await VersionAsync("7"));
    }

    [Theory]
    [InlineData(1, OrderFate.Changed, OrderState.Shipped)]
    [InlineData(0, OrderFate.Changed, OrderState.Shipped)]       // as old, and something else: only its content tells
    [InlineData(-1, OrderFate.Older, OrderState.Pending)]
    public async Task AnOlderFile_NeverUndoesANewerOne(int hour, OrderFate fate, OrderState state)
    {
        await RunAsync(Told("7", hour: 0));

        var import = await RunAsync(Told("7", hour, posting => posting with { Status = PostingStatus.HandedOver, RawStatus = "shipped" }));

        Assert.Equal((fate, state), (import.Orders[0].Fate, (await _world.OrderAsync("7")).State));
        Assert.Equal(fate == OrderFate.Older ? "older than what is known, which is of 2026-03-02T12:00:00Z; unchanged, to pack, to ship by 2026-03-03T18:00:00Z" : "changed: to pack -> handed over", OrderImportWords.Of(import.Orders[0]));
    }

    /// <remarks>Or a file of between the two would count as newer than what was seen to hold later.</remarks>
    [Fact]
    public async Task ALaterFileThatSaysTheSame_IsUnchanged_AndRemembered()
    {
        await RunAsync(Told("7", hour: 0));

        Assert.Equal(OrderFate.Unchanged, (await RunAsync(Told("7", hour: 3))).Orders[0].Fate);
        Assert.Equal(OrderFate.Older, (await RunAsync(Told("7", hour: 2, posting => posting with { Status = PostingStatus.Cancelled }))).Orders[0].Fate);
        Assert.Equal(OrderState.Pending, (await _world.OrderAsync("7")).State);
    }

    [Fact]
    public async Task WhatChanged_IsSaid()
    {
        await RunAsync(Told("7", hour: 0));

        var import = await RunAsync(Told("7", hour: 1, posting => posting with
        {
            Status = PostingStatus.AwaitingHandOver,
            ShipBy = Sample.Noon + Duration.FromHours(40),
            Lines = [Sample.TwoMugs with { Quantity = 3 }],
            Carrier = "CDEK",
            TrackingNumber = "100",
            Remarks = [PostingRemark.Note],
        }));

        Assert.Equal("changed: to pack -> packed; to ship by 2026-03-03T18:00:00Z -> 2026-03-04T04:00:00Z; 2 x MUG-1 -> 3 x MUG-1; sent by CDEK, tracking number 100; a note", OrderImportWords.Of(import.Orders[0]));
    }

    [Theory]
    [InlineData(-23, OrderFate.New)]
    [InlineData(-25, OrderFate.Past)]
    public async Task WhatWasOverBeforeTheShopWasGuarded_IsPassedOver(int hours, OrderFate fate)
    {
        var told = Told("7", hour: 0, posting => posting with { Status = PostingStatus.Delivered, InProcessAt = Sample.Noon + Duration.FromHours(hours) });

        Assert.Equal(fate, (await Import.PlanAsync(Tea, [told], new Progress(), default)).Orders[0].Fate);
        Assert.Equal((fate, fate == OrderFate.New), ((await RunAsync(told)).Orders[0].Fate, (await _world.OrdersAsync()).ContainsKey("7")));
    }

    [Theory]
    [InlineData(-30, -5, -5)]
    [InlineData(-30, -31, -30)]      // not before it was ordered
    [InlineData(-30, 1, 0)]          // not after now
    [InlineData(-30, null, 0)]
    public async Task WhenItWasHandedOver_IsWhatTheFileSays(int ordered, int? handedOver, int shipped)
    {
        await RunAsync(Told("7", hour: 0, posting => posting with { InProcessAt = At(ordered) }));

        await RunAsync(Told("7", hour: 1, posting => posting with { Status = PostingStatus.HandedOver, InProcessAt = At(ordered), HandedOverAt = handedOver is { } hours ? At(hours) : null }));

        Assert.Equal(At(shipped), (await _world.OrderAsync("7")).ShippedAt);
    }

    [Fact]
    public async Task AnOrderOfAFile_IsHeldAndWarnedOfLikeAnyOther_AndThePageShowsWhenItsShopWasHeardOf()
    {
        await RunAsync(Told("7", hour: 0, posting => posting with { ShipBy = Sample.Noon + Duration.FromHours(20) }));

        await _world.RoundAsync();

        Assert.Equal(OrderState.Held, (await _world.OrderAsync("7")).State);
        Assert.Contains(_world.Channel.Accepted.SelectMany(mail => mail.Warnings), line => line.Order == new OrderKey("tea", "7"));
        Assert.Equal(_world.Now, (await _world.Desk.TodayAsync(OrderFilter.None, default)).Shops.Single(shop => shop.Name == "tea").LastReadAt);
    }

    [Fact]
    public async Task AnOrderThatHasLeftTheLedger_IsNotTakenASecondTime()
    {
        FileOrder[] file = [Told("7", hour: 0, posting => posting with { Status = PostingStatus.Delivered })];
        await RunAsync(file);
        await _world.PassAsync(Duration.FromDays(2));
        await _world.Of<MoveClosed>().RunAsync(Sample.Pool, default);

        var again = await RunAsync(file);

        Assert.Equal((OrderFate.Unchanged, 0), (again.Orders[0].Fate, (await _world.OrdersAsync()).Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(250)]
    public async Task ALongFile_GoesInPartByPart_AndTellsHowFarItIs(int orders)
    {
        var heard = new Progress();

        var import = await Import.RunAsync(Tea, [.. Enumerable.Range(1, orders).Select(i => Told($"P-{i}", hour: 0, line: i + 1))], heard, default);

        Assert.Equal((ImportEnd.Whole, orders, orders), (import.End, import.Orders.Count, (await _world.OrdersAsync()).Count));
        Assert.Equal(Enumerable.Range(2, orders), import.Orders.Select(order => order.Told.Lines[0]));
        Assert.Equal(((orders + 99) / 100, 1.0), (heard.Told.Count, heard.Told[^1]));
    }

    private static Instant At(int hours) => Sample.Noon + Duration.FromHours(hours);

    internal static FileOrder Told(string number, int hour, Func<Posting, Posting>? but = null, int line = 2)
    {
        var posting = (but ?? (same => same))(Sample.Posting with { Key = new OrderKey("tea", number) });
        return new FileOrder([line], posting with { Telling = new Telling(At(hour), $"{hour} {posting.Status}") });
    }

    private Task<OrderImport> RunAsync(params FileOrder[] orders) => Import.RunAsync(Tea, orders, new Progress(), default);

    private async Task<string> VersionAsync(string number) => (await _world.Ledger.FindAsync(Sample.Pool, RowKey.Order(new OrderKey("tea", number)), default))!.Version;

    private async Task<int> RowsAsync() => (await _world.Ledger.RangeAsync(Sample.Pool, new KeyRange("", "~"), 100, default)).Count;

    internal sealed class Progress : IProgress<double>
    {
        public List<double> Told { get; } = [];

        public void Report(double value) => Told.Add(value);
    }
}
