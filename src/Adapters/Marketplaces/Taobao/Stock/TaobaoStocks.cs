using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Taobao.Reading;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Marketplaces.Taobao.Stock;

/// <summary>What the shop has of a product, and what it is told: for each of its listings the same whole amount.</summary>
/// <remarks>
/// The methods and their fields are those of the platform's published client libraries; they were not tried against the platform. A listing's quantity is what can still be
/// bought: sold units are off it.
/// </remarks>
internal sealed class TaobaoStocks(TaobaoClient client, TaobaoOptions options, TimeProvider time)
{
    /// <value>Each product is a call, and two where its listing is not known yet.</value>
    public const int AtOnce = 20;

    /// <value>Calls underway at the same time: one after the other a shop of some hundred products takes a minute.</value>
    private const int Underway = 4;

    private static readonly Duration GoodFor = Duration.FromHours(1);

    private readonly ConcurrentDictionary<Sku, (IReadOnlyList<Listing> Listings, Instant Until)> _known = new();

    public OfferTerms? Terms { get; } = options.OfferStock ? new OfferTerms(options.SafetyStock, options.StockBuffer) : null;

    public Duration Pause { get; } = Duration.FromTimeSpan(options.OfferPause);

    /// <remarks>Of several listings the one with most counts: it is the one that can sell too much.</remarks>
    public async Task<IReadOnlyList<ListedStock>> OfAsync(IReadOnlyCollection<Sku> skus, CancellationToken cancel)
    {
        var found = new List<ListedStock>();
        foreach (var some in skus.Distinct().Chunk(Underway))
            found.AddRange((await Task.WhenAll(some.Select(async sku => StockOf(sku, await LookUpAsync(sku, cancel))))).OfType<ListedStock>());

        return found;
    }

    /// <returns>An answer for each product that came to its turn before the platform asked for quiet; the rest is told with the next run.</returns>
    public async Task<IReadOnlyList<OfferAnswer>> TellAsync(IReadOnlyList<(Sku Sku, int Units)> told, CancellationToken cancel)
    {
        var (answers, busy) = (new List<OfferAnswer>(), (MarketplaceBusyException?)null);
        foreach (var some in told.Chunk(Underway))
        {
            var all = await Task.WhenAll(some.Select(one => TryTellAsync(one.Sku, one.Units, cancel)));
            answers.AddRange(all.Select(one => one.Answer).OfType<OfferAnswer>());
            busy = all.Select(one => one.Busy).FirstOrDefault(one => one is not null);
            if (busy is not null)
                break;
        }

        return answers.Count == 0 && busy is not null ? throw busy : answers;
    }

    private static ListedStock? StockOf(Sku sku, IReadOnlyList<Listing> listings) =>
        listings.Count == 0 ? null : new ListedStock(sku, (int)Math.Clamp(listings.Max(listing => listing.Quantity), 0, int.MaxValue), Reserved: 0);

    private async Task<(OfferAnswer? Answer, MarketplaceBusyException? Busy)> TryTellAsync(Sku sku, int units, CancellationToken cancel)
    {
        try
        {
            return (await TellAsync(sku, units, cancel), null);
        }
        catch (MarketplaceRefusedException refused)
        {
            _known.TryRemove(sku, out _);
            return (new OfferAnswer(sku, refused.Code, IsUnknown: IsNoListing(refused)), null);
        }
        catch (MarketplaceBusyException busy)
        {
            return (null, busy);
        }
    }

    private async Task<OfferAnswer> TellAsync(Sku sku, int units, CancellationToken cancel)
    {
        var listings = _known.TryGetValue(sku, out var known) && Now() < known.Until ? known.Listings : await LookUpAsync(sku, cancel);
        foreach (var listing in listings)
        {
            // A whole amount, and so it may be told again.
            (string, string)[] variant = listing.Variant is { } id ? [("sku_id", id)] : [];
            await client.ReadAsync(TopMethods.Quantity, [("num_iid", listing.Item), .. variant, ("quantity", units.ToString(CultureInfo.InvariantCulture)), ("type", "1")], cancel);
        }

        return listings.Count == 0 ? new OfferAnswer(sku, "no listing has this merchant code", IsUnknown: true) : new OfferAnswer(sku, Word: null);
    }

    /// <summary>Variants by their merchant code; where there are none, listings by theirs.</summary>
    private async Task<IReadOnlyList<Listing>> LookUpAsync(Sku sku, CancellationToken cancel)
    {
        var variants = await RowsAsync(TopMethods.Skus, ("skus", "sku"), "num_iid,sku_id,outer_id,quantity,status", sku, cancel);
        IReadOnlyList<Listing> listings =
        [
            .. from row in variants
               where !TradeWords.Is(row.Text("status"), "delete") && row.Text("num_iid") is not null
               select new Listing(row.Text("num_iid")!, row.Text("sku_id"), row.Whole("quantity") ?? 0),
        ];
        if (listings.Count == 0)
        {
            var items = await RowsAsync(TopMethods.Items, ("items", "item"), "num_iid,outer_id,num,approve_status", sku, cancel);
            listings = [.. items.Where(row => row.Text("num_iid") is not null).Select(row => new Listing(row.Text("num_iid")!, Variant: null, row.Whole("num") ?? 0))];
        }

        _known[sku] = (listings, Now() + GoodFor);
        return listings;
    }

    private async Task<IReadOnlyList<JsonElement>> RowsAsync(string method, (string List, string Inner) names, string fields, Sku sku, CancellationToken cancel)
    {
        try
        {
            var root = await client.ReadAsync(method, [("outer_id", sku.Value), ("fields", fields)], cancel);
            return [.. root.List(names.List, names.Inner).Where(row => row.Text("outer_id") is not { } code || code == sku.Value)];
        }
        catch (MarketplaceRefusedException refused) when (IsNoListing(refused))
        {
            return [];
        }
    }

    private static bool IsNoListing(MarketplaceRefusedException refused) =>
        refused.Code.Contains("not-exist", StringComparison.OrdinalIgnoreCase) || refused.Code.Contains("not-found", StringComparison.OrdinalIgnoreCase);

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
