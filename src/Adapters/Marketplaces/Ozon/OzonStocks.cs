using System.Text.Json;
using Microsoft.Extensions.Logging;
using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Marketplaces.Ozon;

/// <summary>What the marketplace believes is in stock: at the warehouse where the pool is offered, or else summed over the shop's own warehouses.</summary>
internal sealed class OzonStocks(OzonClient client, long? warehouse, string shop, ILogger log)
{
    /// <value>Article numbers asked for at a time.</value>
    private const int Batch = 100;

    /// <value>Rows of one page. A product has one row a warehouse, so a batch may need several pages.</value>
    private const int PageSize = 1000;

    public async Task<IReadOnlyList<ListedStock>> OfAsync(IReadOnlyCollection<Sku> skus, CancellationToken cancel)
    {
        var found = new List<ListedStock>();
        foreach (var batch in skus.Distinct().Chunk(Batch))
            found.AddRange(StockRows.SumOf(await RowsAsync(batch, cancel), batch, warehouse));

        return found;
    }

    private async Task<List<JsonElement>> RowsAsync(Sku[] batch, CancellationToken cancel)
    {
        var offers = batch.Select(sku => sku.Value).ToArray();
        try
        {
            return await PagesAsync(OzonMethods.StocksByWarehouse, cursor => new { offer_id = offers, limit = PageSize, cursor }, "products", cancel);
        }
        catch (MarketplaceRefusedException refused)
        {
            // Methods are switched off with some months' notice; the other one holds the same figures.
            OzonLog.StockByProduct(log, shop, refused.Code);
            return await PagesAsync(
                OzonMethods.Stocks, cursor => new { filter = new { offer_id = offers, visibility = "ALL" }, limit = PageSize, cursor }, "items", cancel);
        }
    }

    private async Task<List<JsonElement>> PagesAsync(string method, Func<string, object> request, string list, CancellationToken cancel)
    {
        var rows = new List<JsonElement>();
        var cursors = new HashSet<string>(StringComparer.Ordinal);
        var cursor = "";
        while (true)
        {
            var body = await client.ReadAsync(method, request(cursor), cancel);
            var page = ListPage.Read(body, list) ?? throw new MarketplaceUnreachableException($"{method} brought something else than a page of stock");
            rows.AddRange(page.Elements);

            // Only one of the two methods says whether there is more; of the other, a page that is not full is the last.
            if (!(page.SaysMore ?? page.Elements.Count >= PageSize))
                return rows;

            // Ending here would call products unknown that are not, and orders for them short.
            if (page.Cursor is null || !cursors.Add(page.Cursor))
                throw new MarketplaceUnreachableException($"{method} says that there is more, but its cursor does not move on");

            cursor = page.Cursor;
        }
    }
}
