using System.Globalization;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon;

/// <summary>What an account has before anything of it is guarded.</summary>
internal sealed class OzonWindow(OzonClient client)
{
    /// <value>An account with more is set up by its settings; a list to choose from would be none.</value>
    private const int MostWarehouses = 100;

    public async Task<ShopListing> ListAsync(CancellationToken cancel)
    {
        var warehouses = await client.ReadAsync(OzonMethods.Warehouses, new { limit = MostWarehouses, cursor = "" }, cancel);
        var stocks = await client.ReadAsync(OzonMethods.Stocks, new { filter = new { visibility = "ALL" }, limit = 1, cursor = "" }, cancel);

        // Their total is being renamed; the old name goes on 2026-11-23.
        return new ShopListing(
            [.. from warehouse in warehouses.Items("warehouses").Concat(warehouses.Field("result").Items("warehouses"))
                let number = Whole(warehouse.Text("warehouse_id"))
                where number is > 0
                select new ShopWarehouse(number.Value, warehouse.Text("name") ?? "")],
            (int?)(Whole(stocks.Text("total_items")) ?? Whole(stocks.Text("total"))));
    }

    private static long? Whole(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
