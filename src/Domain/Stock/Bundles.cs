using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Stock;

/// <summary>Products that a shop sells as one and that lie on the shelf as others: a gift set, three in a pack.</summary>
public sealed class Bundles(IReadOnlyDictionary<Sku, BundleContent> contents)
{
    /// <summary>Whatever is sold lies on the shelf as itself.</summary>
    public static Bundles None { get; } = new(new Dictionary<Sku, BundleContent>());

    public IReadOnlyDictionary<Sku, BundleContent> Contents => contents;

    /// <summary>The posting with what its lines are made of. More products than an order may have are a flaw of it.</summary>
    public Posting Unpack(Posting posting)
    {
        if (!posting.Lines.Any(line => contents.ContainsKey(line.Sku)))
        {
            return posting;
        }

        var unpacked = posting with { Lines = [.. posting.Lines.Select(line => contents.GetValueOrDefault(line.Sku) is { } content ? line with { Content = content } : line)] };
        var products = Shelf.UnitsOf(unpacked.Lines).Count();
        return products <= Order.MaxProducts ? unpacked : unpacked with
        {
            Flaw = unpacked.Flaw ?? $"Its bundles hold {products} products, and at most {Order.MaxProducts} can be guarded as one order: pack it by hand.",
        };
    }

    /// <summary>How many of a bundle can be made of what is available of its parts.</summary>
    public static int AvailableOf(BundleContent content, Func<Sku, int> available) => content.Parts.Min(part => available(part.Sku) / part.Units);
}

/// <summary>What one bundle is made of. Compared by what it holds.</summary>
/// <param name="Parts">At least one; each product once.</param>
public sealed record BundleContent(IReadOnlyList<BundlePart> Parts)
{
    public bool Equals(BundleContent? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts.Aggregate(0, HashCode.Combine);
}

/// <param name="Units">In one bundle; at least 1.</param>
public sealed record BundlePart(Sku Sku, int Units);
