using ShipBy.Application.Offers;
using ShipBy.Application.Reconciling;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Stock;

/// <summary>A gift is one mug and two spoons; ten mugs and nine spoons lie on the shelf.</summary>
public sealed class BundleTests
{
    private static readonly Sku Gift = Sku.Parse("GIFT");
    private static readonly Sku Spoon = Sku.Parse("SPOON");
    private static readonly DispatchRules Rules = new() { Bundles = new Bundles(new Dictionary<Sku, BundleContent> { [Gift] = new BundleContent([new BundlePart(Sample.Mug, 1), new BundlePart(Spoon, 2)]) }) };

    private readonly World _world = new() { Marketplace = { Terms = new OfferTerms() } };

    public BundleTests()
    {
        _world.Marketplace.Shop = _world.Marketplace.Shop with { Rules = Rules };
        (_world.Marketplace.Present[Sample.Mug], _world.Marketplace.Present[Spoon]) = (10, 9);
    }

    [Fact]
    public async Task ABundle_HoldsItsParts_AndIsOfferedAsOftenAsItCanBeMade()
    {
        await OrderAsync("P-1", Gift, 3);
        await OrderAsync("P-2", Spoon, 1);

        Assert.Equal((3, 7), (await HeldAsync(Sample.Mug), await HeldAsync(Spoon)));
        await _world.Of<OfferStock>().RunAsync(Sample.Pool, default);
        Assert.Equal([(Gift, 1), (Sample.Mug, 7), (Spoon, 2)], _world.Marketplace.Told.OrderBy(told => told.Sku.Value));
    }

    [Fact]
    public async Task WhatShipsOrIsCancelled_TakesItsPartsAlong()
    {
        await OrderAsync("P-1", Gift, 2);
        await OrderAsync("P-2", Gift, 1);
        await OrderAsync("P-1", Gift, 2, PostingStatus.HandedOver);
        await OrderAsync("P-2", Gift, 1, PostingStatus.Cancelled);

        Assert.Equal((8, 5), ((await _world.StockAsync(Sample.Mug)).OnHand, (await _world.StockAsync(Spoon)).OnHand));
        Assert.Equal((0, 0), (await HeldAsync(Sample.Mug), await HeldAsync(Spoon)));
    }

    [Fact]
    public async Task WhatAnotherTookOfItsParts_MakesItShort()
    {
        await OrderAsync("P-1", Spoon, 8);
        await OrderAsync("P-2", Gift, 1);

        var order = await _world.OrderAsync("P-2");
        Assert.Equal((OrderState.OutOfStock, 1), (order.State, order.MissingUnits));
        Assert.Equal(0, await HeldAsync(Sample.Mug));
    }

    [Fact]
    public async Task ATableThatChanges_HoldsTheNewParts_WithTheNextReading()
    {
        await OrderAsync("P-1", Gift, 1);
        _world.Marketplace.Shop = _world.Marketplace.Shop with { Rules = new DispatchRules() };
        _world.Marketplace.Present[Gift] = 5;
        await _world.RoundAsync();

        Assert.Equal((0, 0, 1), (await HeldAsync(Sample.Mug), await HeldAsync(Spoon), await HeldAsync(Gift)));
    }

    [Fact]
    public async Task WhatIsHeld_FollowsFromTheOrders()
    {
        await OrderAsync("P-1", Gift, 3);

        Assert.Empty((await _world.Of<ReconcilePool>().RunAsync(Sample.Pool, fix: false, "test", default)).Remaining);
    }

    [Theory]
    [InlineData(90, false)]
    [InlineData(91, true)]
    public void MoreParts_ThanAnOrderMayHave_AreAFlaw(int parts, bool flawed)
    {
        var content = new BundleContent([.. Enumerable.Range(0, parts).Select(i => new BundlePart(Sku.Parse($"S-{i}"), 1))]);
        var posting = new Bundles(new Dictionary<Sku, BundleContent> { [Gift] = content }).Unpack(Sample.Posting with { Lines = [new OrderLine(Gift, "Gift", 1, null)] });

        Assert.Equal(flawed, posting.Flaw is not null);
    }

    private async Task OrderAsync(string number, Sku sku, int quantity, PostingStatus status = PostingStatus.AwaitingPackaging)
    {
        _world.Marketplace.Show(Sample.Posting with { Key = Sample.Posting.Key with { Number = number }, Status = status, RawStatus = status.ToString(), Lines = [new OrderLine(sku, "N", quantity, null)] });
        await _world.RoundAsync();
    }

    private async Task<int> HeldAsync(Sku sku) => (await _world.StockAsync(sku)).Held;
}
