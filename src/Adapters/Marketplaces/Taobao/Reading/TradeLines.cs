using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Marketplaces.Taobao.Reading;

/// <summary>The lines of a trade: those that can be worked on, and the first thing that is wrong with the rest.</summary>
/// <remarks>
/// Lines that were refunded or closed are out. Those that have left in an earlier parcel stay: the ledger moves the units of a trade together, once all of it has left, and a
/// line taken out before would put its units back on the shelf.
/// </remarks>
internal sealed record TradeLines(IReadOnlyList<OrderLine> Good, string? Flaw)
{
    /// <value>Units of one line. More is a slip, and would overflow sums.</value>
    private const long MostUnits = 1_000_000;

    private const string Look = "look the trade up in the seller centre and pack it by hand";

    public static TradeLines Read(JsonElement trade)
    {
        var lines = All(trade);
        if (lines.Count == 0)
            return new TradeLines([], $"orders is empty: {Look}.");

        var left = lines.Index().Where(line => !TradeWords.IsGone(line.Item.Text("status"), line.Item.Text("refund_status"))).ToList();
        var (good, flaw) = (new List<OrderLine>(), left.Count == 0 ? $"all lines of orders are closed, and the trade is not: {Look}." : null);
        foreach (var (i, line) in left)
        {
            if (FlawOf(line, $"orders[{i}]") is { } found)
                flaw ??= found;
            else
                good.Add(LineOf(line, CurrencyOf(trade)));
        }

        good = FoldedLines.Of(good);
        return good.Count <= Order.MaxProducts
            ? new TradeLines(good, flaw)
            : new TradeLines(good[..Order.MaxProducts], $"orders holds {good.Count} lines, and at most {Order.MaxProducts} can be guarded as one order: pack the trade by hand.");
    }

    /// <summary>The lines as they came.</summary>
    public static IReadOnlyList<JsonElement> All(JsonElement trade) => trade.List("orders", "order");

    /// <summary>The seller's article number of a line: of the variant, else of the listing.</summary>
    public static string? SkuOf(JsonElement line) => line.Text("outer_sku_id") ?? line.Text("outer_iid");

    private static string? FlawOf(JsonElement line, string at)
    {
        if (line.ValueKind is not JsonValueKind.Object)
            return $"{at} is not an object: {Look}.";

        if (SkuOf(line) is not { } sku)
            return $"{at}.outer_sku_id and outer_iid are blank: give the listing{(line.Whole("num_iid") is { } listing ? $" {listing}" : "")} a merchant code (商家编码) in the seller centre.";

        if (sku.Length > Sku.MaxLength)
            return $"{at}.outer_sku_id has {sku.Length} characters and at most {Sku.MaxLength} are possible: shorten the merchant code in the seller centre.";

        if (sku.Any(char.IsControl))
            return $"{at}.outer_sku_id holds characters that cannot be printed: correct the merchant code in the seller centre.";

        return line.Whole("num") switch
        {
            >= 1 and <= MostUnits => null,
            { } units => $"{at}.num is {units}, not 1 to {MostUnits}: {Look}.",
            null => $"{at}.num is not a whole number: {Look}.",
        };
    }

    private static OrderLine LineOf(JsonElement line, string? currency)
    {
        var sku = SkuOf(line)!;
        var name = string.Join(", ", new[] { line.Text("title"), line.Text("sku_properties_name") }.OfType<string>());
        return new OrderLine(
            Sku.Parse(sku), Cut.ToLine(name, OrderLine.MaxNameLength) is { Length: > 0 } given ? given : Cut.ToLine(sku, OrderLine.MaxNameLength),
            (int)line.Whole("num")!.Value, WireMoney.Of(line.Text("price"), currency));
    }

    /// <returns>Null where the trade names another currency: whether its amounts are in it is not documented, and an order can be kept without its price.</returns>
    private static string? CurrencyOf(JsonElement trade) => trade.Text("trade_attr") is { } attributes
        && attributes.Contains("payCurrency", StringComparison.OrdinalIgnoreCase) && !attributes.Contains("CNY", StringComparison.OrdinalIgnoreCase) ? null : "CNY";
}
