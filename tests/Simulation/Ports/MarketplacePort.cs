using System.Runtime.CompilerServices;
using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Outside;
using CallSite = ShipBy.Simulation.Faults.CallSite;

namespace ShipBy.Simulation.Ports;

/// <summary>A shop on the marketplace as one instance reaches it.</summary>
internal sealed class MarketplacePort(Seam seam, TrueShop shop) : IMarketplace, IStockChannel, IShippingChannel
{
    public Shop Shop => shop.Shop;

    public OfferTerms? Terms => seam.Play.Plan.Terms;

    public bool ShowsStock => true;

    public Duration OfferPause => TrueOffers.Pause;

    public int OffersAtOnce => 20;

    public async IAsyncEnumerable<PostingPage> OpenPostingsAsync(Instant cutoffFrom, Instant cutoffTo, [EnumeratorCancellation] CancellationToken cancel)
    {
        var cursor = 0;
        while (cursor >= 0)
        {
            var from = cursor;
            (var page, cursor) = await seam.CallAsync(CallSite.OpenOrders, Shop.Name, _ => shop.OpenPage(from, cutoffFrom, cutoffTo), Failed<(PostingPage, int)>);
            yield return page;
        }
    }

    public async IAsyncEnumerable<PostingPage> ChangedPostingsAsync(Instant since, Instant changedSince, Instant until, [EnumeratorCancellation] CancellationToken cancel)
    {
        var cursor = int.MaxValue;
        while (cursor >= 0)
        {
            var from = cursor;
            (var page, cursor) = await seam.CallAsync(CallSite.ChangedOrders, Shop.Name, _ => shop.ChangedPage(from, since, changedSince, until), Failed<(PostingPage, int)>);
            yield return page;
        }
    }

    public Task<ReadPosting?> FindPostingAsync(string number, CancellationToken cancel) =>
        seam.CallAsync(CallSite.OneOrder, Shop.Name, _ => shop.Find(number), Failed<ReadPosting?>);

    public Task<IReadOnlyList<ListedStock>> StockOfAsync(IReadOnlyCollection<Sku> skus, CancellationToken cancel) =>
        seam.CallAsync(CallSite.StockList, Shop.Name, _ => shop.StockOf(seam.Life, skus), Failed<IReadOnlyList<ListedStock>>);

    public Task<IReadOnlyList<OfferAnswer>> OfferAsync(IReadOnlyList<(Sku Sku, int Units)> offers, CancellationToken cancel) =>
        seam.CallAsync(CallSite.StockOffer, Shop.Name, _ => shop.Take(offers), Failed<IReadOnlyList<OfferAnswer>>);

    public Duration ShowsAfter => seam.Play.Plan.ShowsAfter;

    public Task<ShippingAnswer> AdvanceAsync(Order order, CancellationToken cancel) =>
        seam.CallAsync(CallSite.Shipping, Shop.Name, fault => shop.Advance(order, fault), Failed<ShippingAnswer>);

    private T Failed<T>(FaultKind fault) => throw (MarketplaceException)(fault switch
    {
        FaultKind.Busy => new MarketplaceBusyException(TimeSpan.FromSeconds(seam.Play.Chance.Between(1, 60))),
        FaultKind.Refused when seam.Play.Chance.Chance(0.3) => new MarketplaceUnauthorisedException("the key has expired"),
        FaultKind.Refused => new MarketplaceRefusedException("400", "the window is too wide"),
        _ => new MarketplaceUnreachableException($"{fault}"),
    });
}
