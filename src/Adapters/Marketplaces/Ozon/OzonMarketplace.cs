using NodaTime;
using ShipBy.Adapters.Marketplaces.Ozon.Account;
using ShipBy.Adapters.Marketplaces.Ozon.Carriages;
using ShipBy.Adapters.Marketplaces.Ozon.Labels;
using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Adapters.Marketplaces.Ozon.Shipping;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Marketplaces.Ozon;

/// <summary>One Ozon shop.</summary>
internal sealed class OzonMarketplace(Shop shop, OzonTerritory territory, KnownData known, OzonClient client, OzonLists lists, OzonStocks stocks, OzonWindow window, OzonOffers offers, OzonPushes pushes, OzonReasons reasons, OzonShipping shipping, OzonLabels labels, OzonAccount account, OzonCarriages carriages, TimeProvider time)
    : IMarketplace, IStockChannel, IShippingChannel, ICancelReasons, ILabelSource, ICarriages, IReturns, ICancelRequests, IExpiringKey, IKeyRights, IAccountHealth, IBuyerTalk, IPushSwitch, IShopWindow
{
    public Shop Shop => shop;

    public OfferTerms? Terms => offers.Terms;

    public bool ShowsStock => true;

    public Duration OfferPause => offers.Pause;

    public int OffersAtOnce => OzonOffers.AtOnce;

    public IAsyncEnumerable<PostingPage> OpenPostingsAsync(Instant cutoffFrom, Instant cutoffTo, CancellationToken cancel) =>
        territory.OursOf(lists.OpenByCutoffAsync(cutoffFrom, cutoffTo, cancel));

    public IAsyncEnumerable<PostingPage> ChangedPostingsAsync(Instant since, Instant changedSince, Instant until, CancellationToken cancel) =>
        territory.OursOf(lists.ChangedAsync(since, changedSince, until, cancel));

    public async Task<ReadPosting?> FindPostingAsync(string number, CancellationToken cancel)
    {
        try
        {
            var body = await client.ReadAsync(OzonMethods.Get, new { posting_number = number }, cancel);
            var posting = body.Field("result").IsThere() ? body.Field("result") : body;
            var read = PostingReader.Read(posting, shop.Name, known);
            return read.Posting is { } stranger && !territory.Owns(stranger) ? null : read;
        }
        catch (MarketplaceRefusedException refused) when (refused.Code is Verdict.PostingNotFound)
        {
            return null;
        }
    }

    public Task<IReadOnlyList<ListedStock>> StockOfAsync(IReadOnlyCollection<Sku> skus, CancellationToken cancel) => stocks.OfAsync(skus, cancel);

    public Task<ShopListing> ListAsync(CancellationToken cancel) => window.ListAsync(cancel);

    public Task<IReadOnlyList<OfferAnswer>> OfferAsync(IReadOnlyList<(Sku Sku, int Units)> told, CancellationToken cancel) => offers.TellAsync(told, cancel);

    public Duration ShowsAfter => shipping.ShowsAfter;

    public bool CancelsParts => true;

    public bool TakesGoodsData => true;

    public Task<ShippingAnswer> AdvanceAsync(Order order, CancellationToken cancel) => shipping.AdvanceAsync(order, cancel);

    public Task<IReadOnlyList<CancelReason>> CancelReasonsAsync(string number, CancellationToken cancel) => reasons.OfAsync(number, cancel);

    public Task<LabelBatch> LabelsAsync(IReadOnlyList<string> numbers, CancellationToken cancel) => labels.OfAsync(numbers, cancel);

    public Task<IReadOnlyList<ReturnedGoods>> ReturnsAsync(Instant changedSince, CancellationToken cancel) => account.Returns.OfAsync(changedSince, Instant.FromDateTimeOffset(time.GetUtcNow()), cancel);

    public Task<IReadOnlyList<CarriagePlan>> CarriagesAsync(LocalDate day, CancellationToken cancel) => carriages.OfAsync(day, cancel);

    public Task<long> CreateCarriageAsync(long deliveryMethod, LocalDate day, CancellationToken cancel) => carriages.CreateAsync(deliveryMethod, day, cancel);

    public Task ApproveCarriageAsync(long carriage, CancellationToken cancel) => carriages.ApproveAsync(carriage, cancel);

    public Task<CarriagePaper> CarriagePaperAsync(long carriage, CancellationToken cancel) => carriages.PaperAsync(carriage, cancel);

    public Task<IReadOnlyList<PushAddress>> PushAddressesAsync(CancellationToken cancel) => pushes.AddressesAsync(cancel);

    public Task SwitchPushesOnAsync(PushAddress address, CancellationToken cancel) => pushes.SwitchOnAsync(address, cancel);

    public Task<IReadOnlyList<CancelRequest>> CancelRequestsAsync(CancellationToken cancel) => account.Requests.OpenAsync(cancel);

    public Task DecideAsync(CancelRequest request, bool isGranted, string? comment, CancellationToken cancel) => account.Requests.DecideAsync(request.Id, isGranted, comment, cancel);

    public Task<Instant?> KeyExpiresAtAsync(CancellationToken cancel) => account.Key.ExpiresAtAsync(cancel);

    public Task<MissingRights?> MissingRightsAsync(CancellationToken cancel) => account.Key.MissingAsync(cancel);

    public decimal ErrorIndexLimit => account.ErrorIndexLimit;

    public Task<AccountHealth> HealthAsync(CancellationToken cancel) => account.Health.ReadAsync(cancel);

    public Duration ReplyWithin => account.Talk.ReplyWithin;

    public Task<IReadOnlyList<WaitingBuyer>> WaitingBuyersAsync(CancellationToken cancel) => account.Talk.WaitingAsync(cancel);

    public Task<IReadOnlyList<BadReview>?> BadReviewsAsync(CancellationToken cancel) => account.Talk.BadReviewsAsync(cancel);
}
