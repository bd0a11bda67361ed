using System.Globalization;
using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Marketplaces.Ozon.Shipping;

/// <summary>The pieces of a posting and what the marketplace keeps of each, as it shows them or as they shall be.</summary>
internal sealed record ExemplarSheet(IReadOnlyList<PieceGroup> Products)
{
    public static ExemplarSheet Read(JsonElement body) => new([.. Inner(body).Items("products").Where(product => product.Whole("product_id") is > 0).Select(PieceGroup.Read)]);

    /// <summary>Whether it says the same. The separator inside marks does not always come back.</summary>
    public bool SaysTheSame(ExemplarSheet other) =>
        Products.Count == other.Products.Count
        && Products.Zip(other.Products).All(pair => pair.First.Product == pair.Second.Product
            && pair.First.Pieces.Count == pair.Second.Pieces.Count
            && pair.First.Pieces.Zip(pair.Second.Pieces).All(pieces => pieces.First.SaysTheSame(pieces.Second)));

    /// <summary>What an answer holds, with or without its wrapper.</summary>
    public static JsonElement Inner(JsonElement body) => body.Field("result") is { ValueKind: JsonValueKind.Object } wrapped ? wrapped : body;
}

/// <param name="Product">The marketplace's number of the product.</param>
/// <param name="Needed">What it says is needed of the product, beside the posting's own lists.</param>
/// <param name="LeastWeight">Null where it gives none.</param>
internal sealed record PieceGroup(long Product, IReadOnlyList<GoodsDatumKind> Needed, decimal? LeastWeight, decimal? MostWeight, IReadOnlyList<PieceData> Pieces)
{
    private static readonly (string Flag, GoodsDatumKind Kind)[] Flags =
    [
        ("is_gtd_needed", GoodsDatumKind.Declaration), ("is_rnpt_needed", GoodsDatumKind.Batch), ("is_mandatory_mark_needed", GoodsDatumKind.Mark),
        ("is_jw_uin_needed", GoodsDatumKind.Uin), ("is_imei_needed", GoodsDatumKind.Imei), ("is_weight_needed", GoodsDatumKind.Weight),
    ];

    public static PieceGroup Read(JsonElement product) => new(
        product.Whole("product_id")!.Value,
        [.. Flags.Where(known => product.Flag(known.Flag) is true).Select(known => known.Kind)],
        Decimal(product, "weight_min"),
        Decimal(product, "weight_max"),
        [.. product.Items("exemplars").Where(piece => piece.Whole("exemplar_id") is > 0).Select(PieceData.Read)]);

    internal static decimal? Decimal(JsonElement element, string name) =>
        decimal.TryParse(element.Text(name), WireFields.Decimals, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;
}

/// <param name="Declaration">Blank where there is none.</param>
/// <param name="Batch">Blank where there is none.</param>
/// <param name="Marks">Each with its kind.</param>
internal sealed record PieceData(long Id, string Declaration, bool IsDeclarationAbsent, string Batch, bool IsBatchAbsent, IReadOnlyList<(GoodsDatumKind Kind, string Value)> Marks, decimal? Weight)
{
    private const char Separator = '\u001d';

    public static readonly IReadOnlyDictionary<string, GoodsDatumKind> MarkKinds = new Dictionary<string, GoodsDatumKind>(StringComparer.OrdinalIgnoreCase)
    {
        ["mandatory_mark"] = GoodsDatumKind.Mark,
        ["jw_uin"] = GoodsDatumKind.Uin,
        ["imei"] = GoodsDatumKind.Imei,
    };

    public static string WordOf(GoodsDatumKind mark) => MarkKinds.First(known => known.Value == mark).Key;

    public static PieceData Read(JsonElement piece) => new(
        piece.Whole("exemplar_id")!.Value,
        piece.Text("gtd") ?? "",
        piece.Flag("is_gtd_absent") ?? false,
        piece.Text("rnpt") ?? "",
        piece.Flag("is_rnpt_absent") ?? false,
        [.. piece.Items("marks").Where(mark => mark.Text("mark") is not null && MarkKinds.ContainsKey(mark.Text("mark_type") ?? "")).Select(mark => (MarkKinds[mark.Text("mark_type")!], mark.Text("mark")!))],
        PieceGroup.Decimal(piece, "weight"));

    public bool SaysTheSame(PieceData other) =>
        this with { Marks = other.Marks } == other && Plain(Marks).SequenceEqual(Plain(other.Marks));

    private static IEnumerable<(GoodsDatumKind, string)> Plain(IEnumerable<(GoodsDatumKind Kind, string Value)> marks) =>
        marks.Select(mark => (mark.Kind, Value: mark.Value.Replace(Separator.ToString(), "", StringComparison.Ordinal))).OrderBy(mark => mark.Kind).ThenBy(mark => mark.Value, StringComparer.Ordinal);
}
