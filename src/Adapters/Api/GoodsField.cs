using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;

namespace ShipBy.Adapters.Api;

/// <summary>Reads what the seller says of the goods of an order: a list of products or of their single pieces, with the values that are known of each.</summary>
/// <remarks>A flaw names the field and never the value: a mark is as good as the goods.</remarks>
internal static partial class GoodsField
{
    private const int LongestValue = 200;

    private const decimal Heaviest = 1_000_000;

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
            : TwiceIn(goods) is { } twice ? ([], twice) : (goods, null);
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
                if (FlawOf(value, kind) is { } flaw)
                {
                    return $"{at}.{name} {flaw}.";
                }

                goods.Add(new GoodsDatum(Sku.Parse(article), (int?)entry.Whole("piece"), kind, value!));
            }
        }

        return goods.Count == before ? $"{at} says nothing; give one of {string.Join(", ", Kinds.Keys)}." : null;
    }

    private static IEnumerable<string?> ValuesOf(JsonElement field, GoodsDatumKind kind) =>
        kind == GoodsDatumKind.Imei && field.ValueKind is JsonValueKind.Array ? field.EnumerateArray().Select(Raw) : [Raw(field)];

    /// <summary>As it was scanned: a mark holds control characters that belong to it, and only line ends are the scanner's.</summary>
    private static string? Raw(JsonElement field) => field.ValueKind is JsonValueKind.String && field.Text() is not null ? field.GetString()!.Trim(' ', '\r', '\n', '\t') : field.Text();

    private static string? FlawOf(string? value, GoodsDatumKind kind) => (kind, value) switch
    {
        (_, null or "") => "is empty; leave it out, or give it",
        (_, { Length: > LongestValue }) => $"has more than {LongestValue} characters",
        (GoodsDatumKind.Mark, _) when !Mark().IsMatch(value) => "holds a character that no mark has; send the scanned code whole, with its separator (\\u001d) as it is",
        (GoodsDatumKind.Imei, _) when !Imei().IsMatch(value) => "is no IMEI; it has 15 digits",
        (GoodsDatumKind.Uin, _) when !Uin().IsMatch(value) => "is no UIN; it has 16 digits",
        (GoodsDatumKind.Country, _) when !Country().IsMatch(value) => "is no country in two capital letters, such as CN",
        (GoodsDatumKind.Weight, _) when !decimal.TryParse(value, WireFields.Decimals, CultureInfo.InvariantCulture, out var weight) || weight is <= 0 or > Heaviest => "is no weight above 0; write it with a point, such as 0.75",
        (GoodsDatumKind.Declaration or GoodsDatumKind.Batch, _) when value.Any(char.IsControl) => "holds a control character; write the number, or \"absent\" where there is none",
        _ => null,
    };

    /// <remarks>A unit has one of each, but for its IMEIs; and no two units share a mark.</remarks>
    private static string? TwiceIn(IReadOnlyList<GoodsDatum> goods)
    {
        var again = goods.Where(one => one.Kind != GoodsDatumKind.Imei).GroupBy(one => (one.Sku, one.Piece, one.Kind)).FirstOrDefault(same => same.Count() > 1)?.First()
            ?? goods.Where(one => one.Kind.IsOfOneUnit()).GroupBy(one => (one.Kind, one.Value)).FirstOrDefault(same => same.Count() > 1)?.First();
        return again is null ? null : $"goods gives {Kinds.First(known => known.Value == again.Kind).Key} of {again.Sku} twice; each piece has its own, and piece says which it is.";
    }

    /// <summary>The printable characters of ASCII and the group separator.</summary>
    [GeneratedRegex(@"^[\x1D\x21-\x7E]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex("^[0-9]{14,16}$", RegexOptions.CultureInvariant)]
    private static partial Regex Imei();

    [GeneratedRegex("^[0-9]{16}$", RegexOptions.CultureInvariant)]
    private static partial Regex Uin();

    [GeneratedRegex("^[A-Z]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Country();
}
