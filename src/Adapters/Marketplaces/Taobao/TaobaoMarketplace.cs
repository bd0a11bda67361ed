using NodaTime;
using ShipBy.Adapters.Marketplaces.Taobao.Messages;
using ShipBy.Adapters.Marketplaces.Taobao.Reading;
using ShipBy.Adapters.Marketplaces.Taobao.Shipping;
using ShipBy.Adapters.Marketplaces.Taobao.Stock;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Marketplaces.Taobao;

/// <summary>One shop on Taobao or Tmall.</summary>
internal sealed class TaobaoMarketplace(
    Shop shop, TradeReader reader, TaobaoLists lists, TaobaoTrades trades, TaobaoStocks stocks, TaobaoShipping shipping, TaobaoMessages messages, TimeProvider time)
    : IMarketplace, IStockChannel, IShippingChannel, INewsChannel
{
    public Shop Shop => shop;

    public OfferTerms? Terms => stocks.Terms;

    public bool ShowsStock => true;

    public Duration OfferPause => stocks.Pause;

    public int OffersAtOnce => TaobaoStocks.AtOnce;

    public Duration ShowsAfter => TaobaoShipping.ShowsAfter;

    /// <remarks>The platform cannot be asked for a window of cut-offs: it names none. All open trades are listed.</remarks>
    public IAsyncEnumerable<PostingPage> OpenPostingsAsync(Instant cutoffFrom, Instant cutoffTo, CancellationToken cancel) =>
        lists.OpenAsync(Instant.FromDateTimeOffset(time.GetUtcNow()), cancel);

    /// <remarks>Nor for trades taken in processing since some moment: whatever changed is listed, however old.</remarks>
    public IAsyncEnumerable<PostingPage> ChangedPostingsAsync(Instant since, Instant changedSince, Instant until, CancellationToken cancel) =>
        lists.ChangedAsync(changedSince, until, cancel);

    public async Task<ReadPosting?> FindPostingAsync(string number, CancellationToken cancel) =>
        await trades.FindAsync(number, cancel) is { } trade ? reader.Read(trade) : null;

    public Task<IReadOnlyList<ListedStock>> StockOfAsync(IReadOnlyCollection<Sku> skus, CancellationToken cancel) => stocks.OfAsync(skus, cancel);

    public Task<IReadOnlyList<OfferAnswer>> OfferAsync(IReadOnlyList<(Sku Sku, int Units)> offers, CancellationToken cancel) => stocks.TellAsync(offers, cancel);

    public Task<ShippingAnswer> AdvanceAsync(Order order, CancellationToken cancel) => shipping.AdvanceAsync(order, cancel);

    public Task<IReadOnlyList<NewsItem>> TakeNewsAsync(CancellationToken cancel) => messages.TakeAsync(cancel);

    public Task ConfirmAsync(IReadOnlyList<NewsItem> news, CancellationToken cancel) => messages.ConfirmAsync(news, cancel);
}
