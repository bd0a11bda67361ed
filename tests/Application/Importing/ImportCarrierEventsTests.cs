using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ShipBy.Application.Importing;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Application.Transit;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Importing;

public sealed class ImportCarrierEventsTests
{
    private static readonly Shop Tea = new("tea", "file", Sample.Pool);

    private readonly World _world = new() { AddPorts = services => services.AddSingleton(Tea) };

    [Theory]
    [InlineData("7", null)]
    [InlineData(null, "ra100")]
    public async Task AnOrderThatItsCarrierHasHad_IsHandedOverFromThenOn_JustAsTheDryRunSaid(string? number, string? tracking)
    {
        await TellAsync("7", "RA100");
        await _world.Reserve.RunAsync(Sample.Pool, default);
        _world.Clock.Advance(TimeSpan.FromHours(3));
        FileCarrierEvent[] events = [new(2, number, tracking, CarrierEventKind.Scanned, At(2)), new(3, number, tracking, CarrierEventKind.Accepted, At(1))];

        var dry = await _world.Of<ImportCarrierEvents>().PlanAsync(Tea, tellsOfItself: true, events, default);

        Assert.Equal(["7: noted: Scanned on 2026-03-02T14:00:00Z", "7: handed over: Accepted on 2026-03-02T13:00:00Z"], dry.Rows.Select(CarrierImportWords.Of));
        Assert.Equal(OrderState.Held, (await _world.OrderAsync("7")).State);

        var real = await RunAsync(events);
        var order = await _world.OrderAsync("7");

        Assert.Equal((ImportEnd.Whole, "NHandedOver"), (real.End, string.Concat(real.Rows.Select(row => row.Fate)).Replace("Noted", "N", StringComparison.Ordinal)));
        Assert.Equal((OrderState.Shipped, At(1), new CarrierNote(CarrierEventKind.Scanned, At(2))), (order.State, order.ShippedAt!.Value, order.CarrierTold));
        Assert.Equal(["Accepted 2026-03-02T13:00:00Z", "Scanned 2026-03-02T14:00:00Z"], order.Journal.Where(entry => entry.What == JournalEvent.CarrierTold).Select(entry => entry.Detail));
        Assert.Equal(new StockItem(Sample.Mug, 98, 0), await _world.StockAsync(Sample.Mug));
    }

    [Fact]
    public async Task TheSameFileTwice_ChangesNothing_AndAnOlderListOfOrdersDoesNotBringTheOrderBack()
    {
        await TellAsync("7", "RA100");
        _world.Clock.Advance(TimeSpan.FromHours(3));
        await RunAsync(new FileCarrierEvent(2, "7", null, CarrierEventKind.Delivered, At(1)));
        var version = await VersionAsync("tea", "7");

        var again = await RunAsync(new FileCarrierEvent(2, "7", null, CarrierEventKind.Delivered, At(1)));
        await _world.Of<TakeTold>().RunAsync(Tea, Told("7", "RA100") with { Telling = new Telling(At(0), "older") }, default);

        Assert.Equal("7: unchanged: this, or something newer, is known", CarrierImportWords.Of(Assert.Single(again.Rows)));
        Assert.Equal(version, await VersionAsync("tea", "7"));
        Assert.Equal((OrderState.Shipped, PostingStatus.Delivered), ((await _world.OrderAsync("7")).State, (await _world.OrderAsync("7")).Status));
    }

    [Fact]
    public async Task AnOrderOfAMarketplaceThatIsAsked_IsOnlyNotedWith()
    {
        _world.Marketplace.Show(Sample.Posting with { TrackingNumber = "RA100" });
        await _world.RoundAsync();
        var shop = _world.Marketplace.Shop;

        var import = await _world.Of<ImportCarrierEvents>().RunAsync(shop, tellsOfItself: false, [new(2, null, "RA100", CarrierEventKind.Accepted, At(0))], new ImportOrdersTests.Progress(), default);
        var order = await _world.OrderAsync(Sample.Posting.Key.Number);

        Assert.Equal((CarrierFate.Noted, OrderState.Held, JournalEvent.CarrierTold), (Assert.Single(import.Rows).Fate, order.State, order.Journal[^1].What));
        await _world.RoundAsync();
        Assert.Equal(order.CarrierTold, (await _world.OrderAsync(Sample.Posting.Key.Number)).CarrierTold);
    }

    [Theory]
    [InlineData("8", 0, "passed over: no order of the shop that is open or was closed just now, and no parcel that is followed, has that number")]
    [InlineData("0100200300-0007-1", 0, "passed over: no order of the shop that is open or was closed just now, and no parcel that is followed, has that number")]     // another shop's
    [InlineData("7", -1, "7: passed over: it was before the order was made, so it is about another parcel")]
    public async Task WhatIsAboutNoOrderOfTheShop_IsPassedOver(string number, int hour, string says)
    {
        await TellAsync("7", "RA100");
        _world.Marketplace.Show(Sample.Posting);
        await _world.RoundAsync();

        var import = await RunAsync(new FileCarrierEvent(2, number, null, CarrierEventKind.Accepted, At(hour)));

        Assert.Equal((ImportEnd.Whole, says), (import.End, CarrierImportWords.Of(Assert.Single(import.Rows))));
        Assert.Equal(OrderState.Held, (await _world.OrderAsync("7")).State);
    }

    [Fact]
    public async Task OrdersThatTravelInOneParcel_AreHandedOverTogether()
    {
        await TellAsync("7", "RA100");
        await TellAsync("8", "RA100");

        var import = await RunAsync(new FileCarrierEvent(2, null, "RA100", CarrierEventKind.InTransit, At(0)));

        Assert.Equal("7 + 8: handed over: InTransit on 2026-03-02T12:00:00Z", CarrierImportWords.Of(Assert.Single(import.Rows)));
        Assert.All((await _world.OrdersAsync()).Values, order => Assert.Equal(OrderState.Shipped, order.State));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    [InlineData(false, 3)]
    public async Task ALostAnswer_IsAskedFor_AndWhatWasDoneIsSaid(bool tookEffect, int lost)
    {
        FileCarrierEvent[] events = [.. Enumerable.Range(1, 45).Select(i => new FileCarrierEvent(i + 1, $"P-{i}", null, CarrierEventKind.Accepted, At(0)))];
        await Task.WhenAll(events.Select(told => TellAsync(told.Number!, null)));

        var import = await RunAsync(new Deaf(_world.Ledger, lost, tookEffect), events);

        Assert.Equal((ImportEnd.Whole, 45), (import.End, import.Rows.Count(row => row.Fate == CarrierFate.HandedOver)));
        Assert.All((await _world.OrdersAsync()).Values, order => Assert.Equal(OrderState.Shipped, order.State));
        Assert.All((await _world.OrdersAsync()).Values, order => Assert.Single(order.Journal, entry => entry.What == JournalEvent.CarrierTold));
    }

    [Fact]
    public async Task ALedgerThatGoesAway_LeavesTheRest_AndTheNextRunGoesOnThere()
    {
        FileCarrierEvent[] events = [.. Enumerable.Range(1, 45).Select(i => new FileCarrierEvent(i + 1, $"P-{i}", null, CarrierEventKind.Accepted, At(0)))];
        await Task.WhenAll(events.Select(told => TellAsync(told.Number!, null)));

        var import = await RunAsync(new Deaf(_world.Ledger, from: 3, tookEffect: false, forGood: true), events);

        Assert.Equal(ImportEnd.NoAnswer, import.End);
        Assert.Equal(45, import.Rows.Count + import.Left.Count);
        Assert.NotEmpty(import.Left);
        Assert.Equal(ImportEnd.Whole, (await RunAsync(events)).End);
        Assert.All((await _world.OrdersAsync()).Values, order => Assert.Equal(OrderState.Shipped, order.State));
    }

    private static Instant At(int hours) => Sample.Noon + Duration.FromHours(hours);

    private static Posting Told(string number, string? tracking) =>
        Sample.Posting with { Key = new OrderKey("tea", number), TrackingNumber = tracking, Lines = [Sample.TwoMugs], Telling = new Telling(At(0), "first") };

    private async Task TellAsync(string number, string? tracking) => Assert.True(await _world.Of<TakeTold>().RunAsync(Tea, Told(number, tracking), default));

    private Task<CarrierImport> RunAsync(params FileCarrierEvent[] events) => RunAsync(_world.Ledger, events);

    private Task<CarrierImport> RunAsync(ILedger ledger, FileCarrierEvent[] events)
    {
        var (app, machine) = (_world.InstanceOn(ledger), new FakeTimeProvider(Sample.Noon.ToDateTimeOffset()));
        var import = new ImportCarrierEvents(ledger, app.GetRequiredService<TakePostings>(), app.GetRequiredService<MoveConsignments>(), app.GetRequiredService<GuardedSince>(), _world.Clock, new MachineClock(machine), new Random(1));

        return Counting.PassAsync(machine, import.RunAsync(Tea, tellsOfItself: true, events, new ImportOrdersTests.Progress(), default));
    }

    private async Task<string> VersionAsync(string shop, string number) => (await _world.Ledger.FindAsync(Sample.Pool, RowKey.Order(new OrderKey(shop, number)), default))!.Version;

    /// <summary>Loses the answer to one commit of orders, or to all from one on.</summary>
    private sealed class Deaf(ILedger inner, int from, bool tookEffect, bool forGood = false) : ILedger
    {
        private int _commits;

        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

        public async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
        {
            if (!commit.Changes.Any(change => change is RowChange.Replace(OrderRow, _)) || (++_commits != from && !(forGood && _commits > from)))
            {
                return await inner.TryCommitAsync(pool, commit, cancel);
            }

            await (tookEffect ? inner.TryCommitAsync(pool, commit, cancel) : Task.CompletedTask);
            throw new LedgerUnreachableException("the test says so", new IOException());
        }
    }
}
