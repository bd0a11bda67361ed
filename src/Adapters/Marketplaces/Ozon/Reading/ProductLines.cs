using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Marketplaces.Ozon.Reading;

/// <summary>The products of a posting: those that can be worked on, and the first thing that is wrong with the rest.</summary>
internal sealed record ProductLines(IReadOnlyList<OrderLine> Good, string? Flaw)
{
    /// <value>Distinct products that still fit one commit of the ledger together with the order's own rows.</value>
    public const int Most = Order.MaxProducts;

    /// <value>Units of one line. More than the marketplace lets anybody stock is a slip, and would overflow sums.</value>
    private const long MostUnits = 1_000_000;

    public static ProductLines Read(JsonElement posting)
    {
        var products = posting.Items("products");
        if (products.Count == 0)
            return new ProductLines([], "products is empty: look the posting up in the seller's cabinet; ask the marketplace's support if it is empty there too.");

        var good = new List<OrderLine>();
        string? flaw = null;
        for (var i = 0; i < products.Count; i++)
        {
            if (FlawOf(products[i], $"products[{i}]") is { } found)
                flaw ??= found;
            else
                good.Add(LineOf(products[i]));
        }

        good = FoldedLines.Of(good);
        return good.Count <= Most
            ? new ProductLines(good, flaw)
            : new ProductLines(good[..Most], $"products holds {good.Count} lines, and at most {Most} can be guarded as one order: split the posting in the seller's cabinet or pack it by hand.");
    }

    private static string? FlawOf(JsonElement product, string at)
    {
        if (product.ValueKind is not JsonValueKind.Object)
            return $"{at} is not an object: look the posting up in the seller's cabinet and pack it by hand.";

        if (product.Text("offer_id") is not { } offer)
            return $"{at}.offer_id is blank: give the product an article number in the seller's cabinet.";

        if (offer.Length > Sku.MaxLength)
            return $"{at}.offer_id has {offer.Length} characters and at most {Sku.MaxLength} are possible: shorten the article number in the seller's cabinet.";

        return product.Whole("quantity") switch
        {
            >= 1 and <= MostUnits => null,
            { } quantity => $"{at}.quantity is {quantity}, not 1 to {MostUnits}: check the posting in the seller's cabinet and pack it by hand.",
            null => $"{at}.quantity is not a whole number: check the posting in the seller's cabinet and pack it by hand.",
        };
    }

    private static OrderLine LineOf(JsonElement product)
    {
        var offer = product.Text("offer_id")!;
        var name = Cut.ToLine(product.Text("name") ?? "", OrderLine.MaxNameLength) is { Length: > 0 } given ? given : Cut.ToLine(offer, OrderLine.MaxNameLength);
        return new OrderLine(Sku.Parse(offer), name, (int)product.Whole("quantity")!.Value, WireMoney.PriceOf(product));
    }
}
