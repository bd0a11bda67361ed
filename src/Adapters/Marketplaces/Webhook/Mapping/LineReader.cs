using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Marketplaces.Webhook.Mapping;

/// <summary>The lines of an order: those that can be worked on, and the first thing that is wrong with the rest.</summary>
internal sealed class LineReader(OrderMapping mapping, JsonElement top, string? currency)
{
    /// <value>Units of one line. More is a slip, and would overflow sums.</value>
    private const long MostUnits = 1_000_000;

    public ToldLines Read(JsonElement lines)
    {
        var all = lines.ValueKind is JsonValueKind.Array ? lines.EnumerateArray().ToList() : [];
        var name = mapping.NameOf(MappingFile.Lines);
        if (all.Count == 0)
        {
            return new ToldLines([], $"{name} holds no lines: look the order up in the shop, and pack it by hand.", NeedNoParcel: false);
        }

        var toShip = all.Index().Where(line => !IsLeftOut(line.Item)).ToList();
        var (good, flaw) = (new List<OrderLine>(), (string?)null);
        foreach (var (index, line) in toShip)
        {
            if (FlawOf(line, $"{name}[{index}]") is { } found)
            {
                flaw ??= found;
            }
            else
            {
                good.Add(LineOf(line));
            }
        }

        good = FoldedLines.Of(good);
        flaw ??= good.Find(line => line.Quantity > MostUnits) is { } slip ? $"{name} asks for more than {MostUnits} of {slip.Sku}: look the order up in the shop, and pack it by hand." : null;
        return good.Count <= Order.MaxProducts
            ? new ToldLines(good, flaw ?? (toShip.Count == 0 ? $"No line of {name} is left to ship: look the order up in the shop." : null), NeedNoParcel: all.TrueForAll(NeedsNoParcel))
            : new ToldLines(good[..Order.MaxProducts], $"{name} holds {good.Count} products, and at most {Order.MaxProducts} can be guarded as one order: pack it by hand.", NeedNoParcel: false);
    }

    private bool IsLeftOut(JsonElement line) => NeedsNoParcel(line) || mapping.Find(MappingFile.LineLeft, top, line).Whole() == 0;

    private bool NeedsNoParcel(JsonElement line) => mapping.Find(MappingFile.LineShips, top, line).ValueKind is JsonValueKind.False;

    private string? FlawOf(JsonElement line, string at)
    {
        if (line.ValueKind is not JsonValueKind.Object)
        {
            return $"{at} is not an object: look the order up in the shop, and pack it by hand.";
        }

        var sku = SkuOf(line);
        return sku is null ? $"{at}.{mapping.NameOf(MappingFile.LineSku)} is empty: give the product an article number in the shop."
            : sku.Length > Sku.MaxLength ? $"{at}.{mapping.NameOf(MappingFile.LineSku)} has {sku.Length} characters, and at most {Sku.MaxLength} are possible: shorten the article number in the shop."
            : sku.Any(char.IsControl) ? $"{at}.{mapping.NameOf(MappingFile.LineSku)} holds characters that cannot be printed: correct the article number in the shop."
            : QuantityOf(line) switch
            {
                >= 1 and <= MostUnits => null,
                { } quantity => $"{at}.{mapping.NameOf(MappingFile.LineQuantity)} is {quantity}, not 1 to {MostUnits}: look the order up in the shop, and pack it by hand.",
                null => $"{at}.{mapping.NameOf(MappingFile.LineQuantity)} is not a whole number: look the order up in the shop, and pack it by hand.",
            };
    }

    private OrderLine LineOf(JsonElement line)
    {
        var sku = SkuOf(line)!;
        var name = Cut.ToLine(mapping.Text(MappingFile.LineName, top, line) ?? "", OrderLine.MaxNameLength) is { Length: > 0 } given ? given : Cut.ToLine(sku, OrderLine.MaxNameLength);
        return new OrderLine(Sku.Parse(sku), name, (int)QuantityOf(line)!.Value, PriceOf(mapping.Find(MappingFile.LinePrice, top, line)));
    }

    private string? SkuOf(JsonElement line) => mapping.Text(MappingFile.LineSku, top, line);

    /// <remarks>What is left of a line after a part was taken back counts, where the shop says it.</remarks>
    private long? QuantityOf(JsonElement line) => mapping.Find(MappingFile.LineLeft, top, line).Whole() ?? mapping.Find(MappingFile.LineQuantity, top, line).Whole();

    /// <summary>Text or a number in whole units, or an object of an amount and its currency.</summary>
    private Money? PriceOf(JsonElement price) => price.ValueKind is JsonValueKind.Object
        ? WireMoney.Of(price.Text("amount") ?? price.Text("value"), price.Text("currency") ?? price.Text("currency_code") ?? currency)
        : WireMoney.Of(price.Text(), currency);
}

/// <param name="Flaw">Null where all lines are sound.</param>
/// <param name="NeedNoParcel">Whether nothing of it is ever shipped.</param>
internal sealed record ToldLines(IReadOnlyList<OrderLine> Good, string? Flaw, bool NeedNoParcel);
