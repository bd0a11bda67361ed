using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Offers;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Offers;

/// <summary>Ten mugs lie on the shelf; an order wants two.</summary>
public sealed class OfferStockTests
{
    private readonly World _world = new() { Marketplace = { Terms = new OfferTerms() } };

    public OfferStockTests()
    {
        _world.Marketplace.Present[Sample.Mug] = 10;
        _world.Marketplace.Show(Sample.Posting with { Lines = [new OrderLine(Sample.Mug, "Mug", 2, null)] });
    }

    [Fact]
    public async Task WhatIsLeft_IsToldAfterEachChange_AndNotWithoutOne()
    {
        await _world.RoundAsync();
        await TellAsync();
        Assert.Equal([(Sample.Mug, 8)], _world.Marketplace.Told);

        _world.Marketplace.Show(Sample.Posting with { Status = PostingStatus.HandedOver, RawStatus = "delivering", Lines = [new OrderLine(Sample.Mug, "Mug", 2, null)] });
        await _world.PassAsync(Duration.FromMinutes(1));
        await TellAsync();
        Assert.Equal(8, (await _world.StockAsync(Sample.Mug)).OnHand);
        Assert.Single(_world.Marketplace.Told);                         // what leaves the shelf was promised before
    }

    [Fact]
    public async Task AnOrderThatIsCancelled_GivesItsUnitsBackToTheShop()
    {
        await _world.RoundAsync();
        await TellAsync();

        _world.Marketplace.Show(Sample.Posting with { Status = PostingStatus.Cancelled, RawStatus = "cancelled", Lines = [new OrderLine(Sample.Mug, "Mug", 2, null)] });
        await _world.PassAsync(Duration.FromMinutes(1));
        await TellAsync();

        Assert.Equal([(Sample.Mug, 8), (Sample.Mug, 10)], _world.Marketplace.Told);
    }

    [Fact]
    public async Task WhoDiesBetweenTheNoteAndTheCall_LeavesANumber_ThatIsLookedAfterAndToldAgain()
    {
        await _world.RoundAsync();
        _world.Marketplace.OfferIntruder = () => throw new OperationCanceledException("killed");
        await Assert.ThrowsAsync<OperationCanceledException>(TellAsync);
        await TellAsync();
        Assert.Empty(_world.Marketplace.Told);                          // noted as told: nobody knows better yet

        _world.Clock.Advance(OfferPolicy.LookAfter.ToTimeSpan());
        await TellAsync();

        Assert.Equal([(Sample.Mug, 8)], _world.Marketplace.Told);
        Assert.Equal(8, _world.Marketplace.Present[Sample.Mug]);
    }

    [Fact]
    public async Task OfTwoInstances_OneTells()
    {
        await _world.RoundAsync();
        _world.Marketplace.OfferIntruder = () => _world.InstanceOn(_world.Ledger).GetRequiredService<OfferStock>().RunAsync(Sample.Pool, default);

        await TellAsync();

        Assert.Equal([(Sample.Mug, 8)], _world.Marketplace.Told);
    }

    [Fact]
    public async Task WhoeverIsHeldUp_AfterTheNote_TellsNothing()
    {
        await _world.RoundAsync();
        var slow = new SlowLedger(_world.Ledger, () => _world.Clock.Advance(TimeSpan.FromSeconds(21)));

        await _world.InstanceOn(slow).GetRequiredService<OfferStock>().RunAsync(Sample.Pool, default);

        Assert.Empty(_world.Marketplace.Told);
    }

    [Fact]
    public async Task AShopThatGivesNoAnswer_IsMarked_KeepsWhatItHas_AndIsToldWhenItAnswers()
    {
        await _world.RoundAsync();
        _world.Marketplace.OfferFailure = new MarketplaceUnreachableException("nothing came");
        await TellAsync();
        var since = _world.Now;
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await TellAsync();
        Assert.Equal(since, (await TroubleAsync())?.FailingSince);
        Assert.Equal(10, _world.Marketplace.Present[Sample.Mug]);

        _world.Marketplace.OfferFailure = null;
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await TellAsync();

        Assert.Equal([(Sample.Mug, 8)], _world.Marketplace.Told);
        Assert.Null(await TroubleAsync());
    }

    [Fact]
    public async Task AProductThatTheShopRefuses_IsNamed_AskedForAgainLater_AndKeepsNoOtherWaiting()
    {
        await OpenAsync(Sku.Parse("PLATE"), 5);
        _world.Marketplace.OfferWords[Sku.Parse("PLATE")] = "PRODUCT_IS_ARCHIVED";
        await _world.RoundAsync();

        await TellAsync();
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal([(Sample.Mug, 8), (Sku.Parse("PLATE"), 5)], _world.Marketplace.Told.OrderBy(told => told.Sku.Value));
        Assert.Equal((1, "PLATE: PRODUCT_IS_ARCHIVED"), await TroubleAsync() is { } trouble ? (trouble.Refused, trouble.Example) : default);

        _world.Marketplace.OfferWords.Clear();
        await PassAsync(OfferPolicy.AskAgainAfter.ToTimeSpan());

        Assert.Equal(5, _world.Marketplace.Present[Sku.Parse("PLATE")]);
        Assert.Null(await TroubleAsync());
    }

    [Fact]
    public async Task AProductThatOnlyOtherShopsSell_IsNoTrouble()
    {
        _world.Marketplace.OfferWords[Sample.Mug] = "unknown";
        await _world.RoundAsync();

        await TellAsync();
        await PassAsync(TimeSpan.FromMinutes(10));

        Assert.Null(await TroubleAsync());
        Assert.Single(_world.Marketplace.Told);
    }

    [Fact]
    public async Task TooSoon_IsAskedAgainAtOnce()
    {
        await _world.RoundAsync();
        _world.Marketplace.OfferWords[Sample.Mug] = "too soon";
        await TellAsync();

        _world.Marketplace.OfferWords.Clear();
        await PassAsync(TimeSpan.FromSeconds(30));

        Assert.Equal([(Sample.Mug, 8), (Sample.Mug, 8)], _world.Marketplace.Told);
        Assert.Equal(8, _world.Marketplace.Present[Sample.Mug]);
    }

    [Fact]
    public async Task AMarketplaceThatTakesItsOrdersOffItself_IsToldThemOnTop()
    {
        _world.Marketplace.Terms = new OfferTerms(SubtractsItsOwn: true);
        _world.Marketplace.TakesItsOrdersOff = true;
        _world.Marketplace.Reserved[Sample.Mug] = 2;
        await _world.RoundAsync();

        await TellAsync();
        Assert.Equal([(Sample.Mug, 10)], _world.Marketplace.Told);

        await PassAsync(OfferPolicy.LookAfter.ToTimeSpan());
        Assert.Equal(OfferState.Seen, (await OfferAsync()).State);
        Assert.Null(await TroubleAsync());
    }

    [Fact]
    public async Task AMarketplaceThatReadsNumbersTheOtherWay_IsFoundOut_AndNotToldEachMinute()
    {
        _world.Marketplace.TakesItsOrdersOff = true;
        _world.Marketplace.Reserved[Sample.Mug] = 2;
        await _world.RoundAsync();

        await TellAsync();
        await PassAsync(OfferPolicy.LookAfter.ToTimeSpan());
        await PassAsync(TimeSpan.FromMinutes(5));

        Assert.True((await TroubleAsync())?.ReadsTheOtherWay);
        Assert.Single(_world.Marketplace.Told);
    }

    [Fact]
    public async Task AShopWithoutTerms_IsToldNothing()
    {
        _world.Marketplace.Terms = null;
        await _world.RoundAsync();

        await _world.Of<DeliverOutbox>().RunAsync(default);

        Assert.Empty(_world.Marketplace.Told);
    }

    private Task TellAsync() => _world.Of<OfferStock>().RunAsync(Sample.Pool, default);

    private Task PassAsync(TimeSpan time)
    {
        _world.Clock.Advance(time);
        return TellAsync();
    }

    private async Task OpenAsync(Sku sku, int onHand) =>
        Assert.True((await _world.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Insert(new StockRow(new StockItem(sku, onHand, 0)))), default)).IsCommitted);

    private async Task<OfferTroubleRow?> TroubleAsync() => (await _world.Ledger.FindAsync(Sample.Pool, RowKey.OfferTrouble("shop"), default))?.Row as OfferTroubleRow;

    private async Task<Offer> OfferAsync() => ((OfferRow)(await _world.Ledger.FindAsync(Sample.Pool, RowKey.Offer("shop", Sample.Mug), default))!.Row).Offer;


    private sealed class SlowLedger(ILedger inner, Action onCommit) : ILedger
    {
        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel) => inner.RangeAsync(pool, range, limit, cancel);

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel) => inner.FindAsync(pool, key, cancel);

        public async Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel)
        {
            var outcome = await inner.TryCommitAsync(pool, commit, cancel);
            onCommit();
            return outcome;
        }
    }
}
