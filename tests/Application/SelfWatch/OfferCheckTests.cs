using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.SelfWatch;

/// <summary>What is wrong with telling a shop its stock.</summary>
public sealed class OfferCheckTests
{
    private readonly World _world = Watching.World();

    public OfferCheckTests()
    {
        _world.Marketplace.Terms = new OfferTerms();
        _world.Marketplace.Show(Sample.Posting with { ShipBy = Sample.Noon + Duration.FromDays(20), Lines = [new OrderLine(Sample.Mug, "Mug", 2, null)] });
    }

    [Fact]
    public async Task AShopThatHearsNothing_IsTold_OnceThatLasts_AndWhenItIsOver()
    {
        _world.Marketplace.OfferFailure = new MarketplaceUnreachableException("HTTP 503");
        await _world.MinutesAsync(14);
        Assert.Empty(_world.Told());

        await _world.MinutesAsync(16);
        Assert.Equal(["StockUntold shop"], _world.Told());

        _world.Marketplace.OfferFailure = null;
        await _world.MinutesAsync(20);
        Assert.Equal(["StockUntold shop", "-StockUntold shop"], _world.Told());
    }

    [Fact]
    public async Task RefusedProducts_AreTold_WithOneOfThem()
    {
        _world.Marketplace.OfferWords[Sample.Mug] = "PRODUCT_IS_ARCHIVED";
        await _world.MinutesAsync(20);

        Assert.Equal(["StockRefused shop"], _world.Told());
        Assert.Equal((1, $"{Sample.Mug}: PRODUCT_IS_ARCHIVED"), _world.Lines().First().Facts is var facts ? (facts.Count, facts.Detail) : default);
    }

    [Fact]
    public async Task NumbersThatAreReadTheOtherWay_AreTold()
    {
        _world.Marketplace.TakesItsOrdersOff = true;
        _world.Marketplace.Reserved[Sample.Mug] = 2;
        await _world.MinutesAsync(20);

        Assert.Equal(["StockMisread shop"], _world.Told());
    }
}
