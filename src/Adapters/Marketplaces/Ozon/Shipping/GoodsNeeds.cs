using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Marketplaces.Ozon.Shipping;

/// <summary>What has to be said of a posting's goods before it can be packed, as its lists ask for it.</summary>
/// <param name="Others">Whether they are met shows only with the pieces that the marketplace keeps: somebody may have entered them in the cabinet.</param>
/// <param name="Flaw">What no instruction and no setting says, and what to do about it; null where all can be said.</param>
internal sealed record GoodsNeeds(IReadOnlyList<(long Product, string Country)> Countries, IReadOnlyList<GoodsNeed> Others, string? Flaw)
{
    public static GoodsNeeds Of(ShownPosting posting, IReadOnlyList<GoodsDatum> goods, KnownData known)
    {
        var (countries, others, missing) = (new List<(long Product, string Country)>(), new List<GoodsNeed>(), new List<(string List, IReadOnlyList<long> Products)>());
        foreach (var asked in posting.Requirements)
        {
            if (asked.Products.Count == 0 || Requirements.KindOf(asked.List) is not { } kind)
                missing.Add(asked);
            else if (kind != GoodsDatumKind.Country)
                others.AddRange(asked.Products.Select(product => new GoodsNeed(product, kind)));
            else if (asked.Products.Where(product => CountryOf(posting, product, goods, known) is null).ToList() is [_, ..] unknown)
                missing.Add((asked.List, unknown));
            else
                countries.AddRange(asked.Products.Select(product => (product, CountryOf(posting, product, goods, known)!)));
        }

        return new GoodsNeeds([.. countries.Distinct()], [.. others.Distinct()], missing.Count == 0 ? null : FlawOf(missing));
    }

    private static string? CountryOf(ShownPosting posting, long product, IReadOnlyList<GoodsDatum> goods, KnownData known)
    {
        var article = posting.Lines.FirstOrDefault(line => line.Product == product)?.Article;
        return goods.FirstOrDefault(one => one.Kind == GoodsDatumKind.Country && one.Sku.Value == article)?.Value ?? known.Country;
    }

    private static string FlawOf(List<(string List, IReadOnlyList<long> Products)> missing) =>
        $"The marketplace wants data about the goods first: {string.Join("; ", missing.Select(NameOf))}. "
        + (missing.All(one => Requirements.KindOf(one.List) == GoodsDatumKind.Country)
            ? "Give it with the order (POST /api/ship, goods, country), choose it in the seller's cabinet, or set Shops__<name>__Country where all goods come from one country."
            : "Enter them in the seller's cabinet at the posting, then ask again.");

    private static string NameOf((string List, IReadOnlyList<long> Products) missing) =>
        Requirements.WordsOf(missing.List) + (missing.Products.Count == 0 ? "" : $" of {string.Join(", ", missing.Products.Take(5))}{(missing.Products.Count > 5 ? " and others" : "")}");
}
