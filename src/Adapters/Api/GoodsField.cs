using System.Globalization;
using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Api;

/// <summary>Reads what the seller says of the goods of an order: a list of products or of their single pieces, with the values that are known of each.</summary>
/// <remarks>A flaw names the field and never the value: a mark is as good as the goods.</remarks>
internal static class GoodsField
{
    private static readonly IReadOnlyDictionary<string, GoodsDatumKind> Kinds = new Dictionary<string, GoodsDatumKind>(StringComparer.Ordinal)
    {
        ["mark"] = GoodsDatumKind.Mark,
        ["gtd"] = GoodsDatumKind.Declaration,
        ["rnpt"] = GoodsDatumKind.Batch,
        ["imei"] = GoodsDatumKind.Imei,
        ["uin"] = GoodsDatumKind.Uin,
        ["weight"] = GoodsDatumKind.Weight,
        ["country"] = GoodsDatumKind.Country,
    };

    /// <returns>The values, or what is wrong with the first that cannot be.</returns>
    public static (IReadOnlyList<GoodsDatum> Goods, string? Flaw) Read(JsonElement field)
    {
        if (!field.IsThere())
        {
            return ([], null);
        }

        if (field.ValueKind is not JsonValueKind.Array)
        {
            return ([], "goods has to be a list of {\"sku\": \"...\", \"piece\": 1, \"mark\": \"...\"}; leave it out where the marketplace asks for nothing.");
        }

        var goods = new List<GoodsDatum>();
        foreach (var (entry, i) in field.EnumerateArray().Select((entry, i) => (entry, i)))
        {
            if (ReadEntry(entry, $"goods[{i}]", goods) is { } flaw)
            {
                return ([], flaw);
            }
        }

        return goods.Count > GoodsDatum.Most
            ? ([], string.Create(CultureInfo.InvariantCulture, $"goods holds {goods.Count} values and at most {GoodsDatum.Most} can be kept with an order; leave piece out where a value is that of each piece."))
            : GoodsDatumPolicy.TwiceIn(goods) is { } twice ? ([], $"goods gives {NameOf(twice.Kind)} of {twice.Sku} twice; each piece has its own, and piece says which it is.") : (goods, null);
    }

    private static string? ReadEntry(JsonElement entry, string at, List<GoodsDatum> goods)
    {
        if (entry.Text("sku") is not { } article || article.Length > Sku.MaxLength)
        {
            return $"{at}.sku is missing or too long; name the product by your article number.";
        }

        if (entry.Field("piece").IsThere() && entry.Whole("piece") is not (>= 1 and <= int.MaxValue))
        {
            return $"{at}.piece is no whole number from 1 on; number the pieces of a product, or leave it out where all are alike.";
        }

        var before = goods.Count;
        foreach (var (name, kind) in Kinds.Where(known => entry.Field(known.Key).IsThere()))
        {
            foreach (var value in ValuesOf(entry.Field(name), kind))
            {
                if (GoodsDatumPolicy.FlawOf(kind, value) is { } flaw)
                {
                    return $"{at}.{name} {Told(flaw)}.";
                }

                goods.Add(new GoodsDatum(Sku.Parse(article), (int?)entry.Whole("piece"), kind, value!));
            }
        }

        return goods.Count == before ? $"{at} says nothing; give one of {string.Join(", ", Kinds.Keys)}." : null;
    }

    private static IEnumerable<string?> ValuesOf(JsonElement field, GoodsDatumKind kind) =>
        kind == GoodsDatumKind.Imei && field.ValueKind is JsonValueKind.Array ? field.EnumerateArray().Select(Raw) : [Raw(field)];

    private static string? Raw(JsonElement field) => field.ValueKind is JsonValueKind.String && field.Text() is not null ? GoodsDatumPolicy.Bare(field.GetString()!) : field.Text();

    private static string NameOf(GoodsDatumKind kind) => Kinds.First(known => known.Value == kind).Key;

    private static string Told(GoodsDatumFlaw flaw) => flaw switch
    {
        GoodsDatumFlaw.Empty => "is empty; leave it out, or give it",
        GoodsDatumFlaw.TooLong => $"has more than {GoodsDatumPolicy.LongestValue} characters",
        GoodsDatumFlaw.NoMark => "holds a character that no mark has; send the scanned code whole, with its separator (\\u001d) as it is",
        GoodsDatumFlaw.NoImei => "is no IMEI; it has 15 digits",
        GoodsDatumFlaw.NoUin => "is no UIN; it has 16 digits",
        GoodsDatumFlaw.NoCountry => "is no country in two capital letters, such as CN",
        GoodsDatumFlaw.NoWeight => "is no weight above 0; write it with a point, such as 0.75",
        _ => "holds a control character; write the number, or \"absent\" where there is none",
    };
}
