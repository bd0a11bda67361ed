using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Offers;

/// <summary>One product of a shop: the number that it should have, and the row that says what it was told.</summary>
internal sealed record Product(Sku Sku, int Wanted, Stored? Row)
{
    public Offer? Offer => (Row?.Row as OfferRow)?.Offer;

    /// <summary>The change that notes another state of the offer, under the version that was read.</summary>
    public RowChange Note(string shop, Offer offer) => Row is null ? new RowChange.Insert(new OfferRow(shop, offer)) : new RowChange.Replace(new OfferRow(shop, offer), Row.Version);
}

/// <summary>What a shop was told so far, beside what there is now.</summary>
internal sealed record ToldShop(string Shop, OfferTerms Terms, IReadOnlyList<Product> Products, Stored? Trouble)
{
    /// <param name="rows">Of the range <see cref="KeyRange.Offers"/>.</param>
    /// <param name="held">Units that open orders of the shop hold.</param>
    public static ToldShop Of(Shop shop, OfferTerms terms, IEnumerable<StockItem> stock, IReadOnlyList<Stored> rows, IReadOnlyDictionary<Sku, int> held)
    {
        var told = rows.Where(stored => stored.Row is OfferRow row && row.Shop == shop.Name).ToDictionary(stored => ((OfferRow)stored.Row).Offer.Sku);
        var available = stock.ToDictionary(item => item.Sku, terms.AvailableOf);
        foreach (var (sku, content) in shop.Rules.Bundles.Contents)
        {
            available[sku] = Bundles.AvailableOf(content, part => available.GetValueOrDefault(part));
        }

        return new ToldShop(
            shop.Name,
            terms,
            [.. available.Select(product => new Product(product.Key, terms.UnitsOf(product.Value, held.GetValueOrDefault(product.Key)), told.GetValueOrDefault(product.Key)))],
            rows.FirstOrDefault(stored => stored.Row is OfferTroubleRow row && row.Shop == shop.Name));
    }

    public IEnumerable<Product> Asking(OfferStep step, IStockChannel channel, Instant now) =>
        Products.Where(product => OfferPolicy.Decide(product.Offer, product.Wanted, channel.OfferPause, now) == step);
}
