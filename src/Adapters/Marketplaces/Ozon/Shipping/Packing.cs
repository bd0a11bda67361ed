using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Marketplaces.Ozon.Shipping;

/// <summary>Parts a posting's units into packages, by the marketplace's numbers of the products. Each unit is in exactly one.</summary>
internal static class Packing
{
    /// <param name="parcels">Empty: everything in one package.</param>
    /// <returns>The packages, or why there are none, in a sentence.</returns>
    public static (IReadOnlyList<Package> Packages, string? Flaw) Of(IReadOnlyList<ShownLine> lines, IReadOnlyList<Parcel> parcels)
    {
        if (lines.Count == 0 || lines.Any(line => line.Product is null or <= 0 || line.Units is null or < 1 or > int.MaxValue))
            return ([], "The posting's products cannot be read whole: pack it in the seller's cabinet.");

        return parcels.Count == 0 ? ([new Package(Folded(lines.Select(line => new PackedLine(line.Product!.Value, line.Units!.Value))))], null) : Parted(lines, parcels);
    }

    private static (IReadOnlyList<Package> Packages, string? Flaw) Parted(IReadOnlyList<ShownLine> lines, IReadOnlyList<Parcel> parcels)
    {
        var left = lines.GroupBy(line => line.Article, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => new Queue<PackedLine>(same.Select(line => new PackedLine(line.Product!.Value, line.Units!.Value))), StringComparer.Ordinal);
        var packages = new List<Package>();
        foreach (var parcel in parcels)
        {
            var packed = new List<PackedLine>();
            foreach (var line in parcel.Lines)
            {
                if (line.Units < 1 || !TryTake(left.GetValueOrDefault(line.Sku.Value), line.Units, packed))
                    return ([], $"The parcels hold more of {line.Sku} than the posting does now: part them anew.");
            }

            packages.Add(new Package(Folded(packed)));
        }

        return left.FirstOrDefault(article => article.Value.Count > 0) is { Key: { } forgotten } ? ([], $"No parcel holds all of {forgotten}: part them anew.")
            : packages.Any(package => package.Products.Count == 0) ? ([], "One of the parcels is empty: part them anew.")
            : (packages, null);
    }

    /// <summary>One article may be several of the marketplace's products, taken in its order.</summary>
    private static bool TryTake(Queue<PackedLine>? left, long units, List<PackedLine> packed)
    {
        while (units > 0 && left is { Count: > 0 })
        {
            var line = left.Dequeue();
            var taken = Math.Min(units, line.Units);
            packed.Add(line with { Units = taken });
            units -= taken;
            if (line.Units > taken)
            {
                var rest = left.ToArray();
                left.Clear();
                left.Enqueue(line with { Units = line.Units - taken });
                foreach (var one in rest)
                    left.Enqueue(one);
            }
        }

        return units == 0;
    }

    private static IReadOnlyList<PackedLine> Folded(IEnumerable<PackedLine> lines) =>
        [.. lines.GroupBy(line => line.Product).Select(same => new PackedLine(same.Key, same.Sum(line => line.Units)))];
}

internal sealed record Package(IReadOnlyList<PackedLine> Products);

/// <param name="Product">The marketplace's number of the product.</param>
internal sealed record PackedLine(long Product, long Units);
