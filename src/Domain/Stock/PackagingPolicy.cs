namespace ShipBy.Domain.Stock;

/// <summary>Pieces of a packaging material that a parcel uses up.</summary>
/// <param name="Pieces">At least 1.</param>
public sealed record PackagingUse(Sku Sku, int Pieces);

/// <summary>What packaging parcels use up, by the cards of the goods in them.</summary>
/// <remarks>
/// Goods that name the same material share its pieces: a box for six cups holds three cups and half a dozen glasses of which twelve go into it. Goods that do not say how
/// many go into one share a single piece. Goods of different materials take one of each.
/// </remarks>
public static class PackagingPolicy
{
    /// <param name="goods">In the parcel, units by product as they lie on the shelf.</param>
    /// <param name="cards">A material counts where its own card says that it is one.</param>
    public static IReadOnlyList<PackagingUse> Of(IEnumerable<(Sku Sku, int Units)> goods, IReadOnlyDictionary<Sku, ProductCard> cards) =>
    [
        .. from one in goods
           let card = cards.GetValueOrDefault(one.Sku)
           let material = MaterialOf(card, cards)
           where material is not null && one.Units > 0
           group card.PerPackage is { } fit ? (decimal)one.Units / fit : 0 by material into shares
           orderby shares.Key.Value
           select new PackagingUse(shares.Key, Math.Max(1, (int)Math.Ceiling(Math.Round(shares.Sum(), 9)))),
    ];

    /// <summary>What goods use up that come into a parcel where others lie already. However a parcel is filled, its parts add up to what it uses as a whole.</summary>
    public static IReadOnlyList<PackagingUse> Beside(IReadOnlyList<(Sku Sku, int Units)> already, IReadOnlyList<(Sku Sku, int Units)> goods, IReadOnlyDictionary<Sku, ProductCard> cards)
    {
        var before = Of(already, cards).ToDictionary(use => use.Sku, use => use.Pieces);
        return [.. Of(already.Concat(goods), cards).Select(use => use with { Pieces = use.Pieces - before.GetValueOrDefault(use.Sku) }).Where(use => use.Pieces > 0)];
    }

    private static Sku? MaterialOf(ProductCard? card, IReadOnlyDictionary<Sku, ProductCard> cards) =>
        card is { Packaging: { } name, IsPackaging: false } && !string.IsNullOrWhiteSpace(name) && Sku.Parse(name) is var material && cards.GetValueOrDefault(material)?.IsPackaging == true ? material : null;
}
