using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Marketplaces.Ozon.Reading;

/// <summary>Rows of stock as both methods give them: one a warehouse, or one a product with a list of its kinds of stock.</summary>
internal static class StockRows
{
    /// <summary>Sums the rows of each product that was asked for. Rows without an article number or a figure are left out: they say nothing.</summary>
    /// <param name="warehouse">Whose rows count; null for all.</param>
    public static IReadOnlyList<ListedStock> SumOf(IEnumerable<JsonElement> rows, IReadOnlyCollection<Sku> asked, long? warehouse = null)
    {
        var wanted = asked.ToDictionary(sku => sku.Value, StringComparer.Ordinal);
        return [.. rows
            .Where(row => row.Text("offer_id") is { } offer && wanted.ContainsKey(offer) && !IsElsewhere(row, warehouse))
            .SelectMany(row => FiguresOf(row).Select(figures => (Sku: wanted[row.Text("offer_id")!], figures.Present, figures.Reserved)))
            .GroupBy(figure => figure.Sku)
            .Select(same => new ListedStock(same.Key, Total(same.Select(one => one.Present)), Total(same.Select(one => one.Reserved))))];
    }

    /// <remarks>A row that names no warehouse speaks of all.</remarks>
    private static bool IsElsewhere(JsonElement row, long? warehouse) => warehouse is { } ours && row.Whole("warehouse_id") is { } named && named != ours;

    /// <summary>The figures of one row, without those of the marketplace's own shelves.</summary>
    public static IEnumerable<(long Present, long Reserved)> FiguresOf(JsonElement row)
    {
        var parts = row.Field("stocks").ValueKind is JsonValueKind.Array
            ? row.Items("stocks").Where(part => !IsForeignPart(part))
            : [row];

        foreach (var part in parts)
        {
            if (part.Whole("present") is { } present)
                yield return (present, part.Whole("reserved") ?? 0);
        }
    }

    /// <summary>Whether the row speaks of the marketplace's own shelves alone, or of none.</summary>
    public static bool IsForeign(JsonElement row) => row.Field("stocks").ValueKind is JsonValueKind.Array && row.Items("stocks").All(IsForeignPart);

    private static bool IsForeignPart(JsonElement part) => part.Text("type")?.ToUpperInvariant() is "FBO" or "FBP";

    private static int Total(IEnumerable<long> figures) => (int)Math.Clamp(figures.Sum(figure => Math.Clamp(figure, 0, int.MaxValue)), 0, int.MaxValue);
}
