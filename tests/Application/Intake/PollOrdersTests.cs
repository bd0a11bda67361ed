using NodaTime;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Intake;

public sealed class PollOrdersTests
{
    private readonly World _world = new();

    [Fact]
    public async Task NewPostings_AreTaken_AndStockIsRungFor()
    {
        _world.Marketplace.Show(Numbered(1), Numbered(2));

        await _world.Poll.RunAsync(default);

        Assert.Equal([OrderState.Pending, OrderState.Pending], (await _world.OrdersAsync()).Values.Select(order => order.State));
        Assert.Equal([Bell.ReserveStock], _world.Bells.Rung);
    }

    [Fact]
    public async Task TheSameListAgain_ChangesNothing()
    {
        _world.Marketplace.Show(Numbered(1));
        await _world.Poll.RunAsync(default);
        var before = await _world.Ledger.OrdersAsync(Sample.Pool, default);

        await _world.Poll.RunAsync(default);

        Assert.Equal(before, await _world.Ledger.OrdersAsync(Sample.Pool, default));
    }

    [Theory]
    [InlineData(24, 1)]
    [InlineData(25, 0)]     // history
    public async Task AnOrderThatClosedBeforeTheFirstPoll_IsTaken_IfItIsYoung(int hoursOld, int taken)
    {
        _world.Marketplace.Show(Numbered(1) with { Status = PostingStatus.Cancelled, InProcessAt = Sample.Noon - Duration.FromHours(hoursOld) });

        await _world.Poll.RunAsync(default);

        Assert.Equal(taken, (await _world.OrdersAsync()).Count);
    }

    [Fact]
    public async Task HundredsOfPostings_GoThroughManyCommits()
    {
        _world.Marketplace.Show(Enumerable.Range(0, 250).Select(Numbered));

        await _world.Poll.RunAsync(default);

        Assert.Equal(250, (await _world.OrdersAsync()).Count);
    }

    [Fact]
    public async Task AFailureHalfway_KeepsWhatWasRead_AndTheWatermarkStays()
    {
        _world.Marketplace.Show(Numbered(1));
        _world.Marketplace.Failure = new MarketplaceUnreachableException("a page was malformed");

        await _world.Poll.RunAsync(default);

        Assert.Single(await _world.OrdersAsync());
        Assert.Equal((null, _world.Now), ((await WatchAsync()).ReadUpTo, (await WatchAsync()).FailingSince));

        _world.Marketplace.Failure = null;
        await _world.Poll.RunAsync(default);

        Assert.Equal((_world.Now, null), ((await WatchAsync()).ReadUpTo, (await WatchAsync()).FailingSince));
    }

    [Fact]
    public async Task AFlawedPosting_IsSetAsideAndMailedOnce_AndTheGoodOnesGoThrough()
    {
        _world.Marketplace.Show(Numbered(1), Numbered(2) with { Flaw = "products[0].quantity is 0", Lines = [] }, Numbered(3));

        await _world.RoundAsync();
        await _world.RoundAsync();

        Assert.Equal([OrderState.Held, OrderState.SetAside, OrderState.Held], (await _world.OrdersAsync()).OrderBy(order => order.Key).Select(order => order.Value.State));
        Assert.Equal("P-2: products[0].quantity is 0", string.Join(';', _world.Channel.Accepted.SelectMany(mail => mail.Problems).Select(line => $"{line.Subject}: {line.Reason}")));
    }

    [Fact]
    public async Task AnUnreadablePosting_IsMailedOnce_HoweverManyPollsMeetIt()
    {
        _world.Marketplace.Unreadable.Add(new UnreadablePosting(null, "posting_number is missing."));

        await _world.RoundAsync();
        await _world.RoundAsync();

        Assert.Equal("posting_number is missing.", Assert.Single(_world.Channel.Accepted.SelectMany(mail => mail.Problems)).Reason);
    }

    [Fact]
    public async Task ACancellationWithoutATrace_IsFoundByReadingBack()
    {
        _world.Marketplace.Show(Numbered(1));
        await _world.RoundAsync();
        _world.Marketplace.Show(Numbered(1) with { Status = PostingStatus.Cancelled });
        _world.Marketplace.Hidden.Add("P-1");

        await _world.Poll.RunAsync(default);

        Assert.Equal(OrderState.Cancelled, (await _world.OrderAsync("P-1")).State);
        Assert.Equal(["P-1"], _world.Marketplace.ReadBack);
    }

    [Fact]
    public async Task ACancelledHold_ReturnsItsUnits_AndAShortOrderGetsThem()
    {
        _world.Marketplace.Present[Sample.Mug] = 3;
        _world.Marketplace.Show(Numbered(1));
        await _world.RoundAsync();
        _world.Marketplace.Show(Numbered(2));
        await _world.PassAsync(Duration.FromMinutes(1));
        Assert.Equal(OrderState.OutOfStock, (await _world.OrderAsync("P-2")).State);

        _world.Marketplace.Show(Numbered(1) with { Status = PostingStatus.Cancelled });
        _world.Bells.Rung.Clear();
        await _world.PassAsync(Duration.FromMinutes(1));

        Assert.Contains(Bell.ReserveStock, _world.Bells.Rung);
        Assert.Equal(OrderState.Held, (await _world.OrderAsync("P-2")).State);
        Assert.Equal((3, 2), ((await _world.StockAsync(Sample.Mug)).OnHand, (await _world.StockAsync(Sample.Mug)).Held));
    }

    [Fact]
    public async Task AnOlderReading_NeverOverwritesANewerOne()
    {
        _world.Marketplace.Show(Numbered(1));
        await _world.RoundAsync();
        _world.Marketplace.Show(Numbered(1) with { ShipBy = Sample.Noon + Duration.FromHours(99) });
        _world.Marketplace.Intruder = async () =>       // a push reads back the cancellation while our page is under way
        {
            var known = await _world.Ledger.OrdersAsync(Sample.Pool, default);
            await _world.Of<TakePostings>().RunAsync(_world.Marketplace.Shop, known, [Numbered(1) with { Status = PostingStatus.Cancelled }], Sample.Noon, default);
        };

        await _world.Poll.RunAsync(default);

        Assert.Equal(OrderState.Cancelled, (await _world.OrderAsync("P-1")).State);
        Assert.NotNull((await WatchAsync()).FailingSince);      // the next poll reads again
    }

    private static Posting Numbered(int number) => Sample.Posting with { Key = new OrderKey("shop", $"P-{number}") };

    private async Task<WatchRow> WatchAsync() => (WatchRow)(await _world.Ledger.FindAsync(Sample.Pool, RowKey.Watch("shop"), default))!.Row;
}
