using ShipBy.Application.Marketplaces;
using ShipBy.Application.Offers;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Offers;

/// <summary>Shops that do not say what stock they have, for now or ever. Ten mugs lie on the shelf; an order wants two.</summary>
public sealed class OfferSightTests
{
    private readonly World _world = new() { Marketplace = { Terms = new OfferTerms() } };

    public OfferSightTests()
    {
        _world.Marketplace.Present[Sample.Mug] = 10;
        _world.Marketplace.Show(Sample.Posting with { Lines = [new OrderLine(Sample.Mug, "Mug", 2, null)] });
    }

    [Fact]
    public async Task AShopThatRefusesToBeAsked_StillHearsWhatIsNew()
    {
        var plate = Sku.Parse("PLATE");
        _world.Marketplace.Present[plate] = 3;
        _world.Marketplace.Show(Sample.Posting with { Key = Sample.Posting.Key with { Number = "another" }, Lines = [new OrderLine(plate, "Plate", 1, null)] });
        await _world.RoundAsync();
        await TellAsync();
        await _world.PassAsync(OfferPolicy.LookAfter);
        _world.Marketplace.Show(Sample.Posting with { Status = PostingStatus.Cancelled, RawStatus = "cancelled", Lines = [new OrderLine(Sample.Mug, "Mug", 2, null)] });
        await _world.RoundAsync();

        _world.Marketplace.StockFailure = new MarketplaceRefusedException("403", "no");
        await TellAsync();

        Assert.Equal([(Sample.Mug, 8), (plate, 2), (Sample.Mug, 10)], _world.Marketplace.Told);
    }

    [Fact]
    public async Task WhereNothingCanBeReadBack_TheAnswerCounts_AndTheNumberIsSaidAgainEachHour()
    {
        _world.Marketplace.ShowsStock = false;
        await _world.RoundAsync();
        await TellAsync();
        _world.Clock.Advance(OfferPolicy.LookAfter.ToTimeSpan());
        await TellAsync();
        Assert.Equal([(Sample.Mug, 8)], _world.Marketplace.Told);

        _world.Clock.Advance(OfferPolicy.LookAgainAfter.ToTimeSpan());
        await TellAsync();

        Assert.Equal([(Sample.Mug, 8), (Sample.Mug, 8)], _world.Marketplace.Told);
    }

    private Task TellAsync() => _world.Of<OfferStock>().RunAsync(Sample.Pool, default);
}
