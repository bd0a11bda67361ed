using System.Globalization;
using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Marketplaces.Ozon.Shipping;

/// <summary>From the pieces that the marketplace shows, what it wants to know, and what the seller says: how the whole sheet shall be.</summary>
/// <remarks>What was entered in the cabinet stays, where the seller says nothing else. What is not needed of a product is said to be absent.</remarks>
internal static class ExemplarPolicy
{
    private const int MostNamed = 5;

    /// <returns>The whole sheet, since a part of it would wipe out the rest; or what is missing and what to do, in a sentence.</returns>
    public static (ExemplarSheet Sheet, string? Flaw) Fill(ExemplarSheet shown, IReadOnlyList<ShownLine> lines, IReadOnlyList<GoodsNeed> needs, IReadOnlyList<GoodsDatum> goods, KnownData known)
    {
        if (FlawOf(goods, lines) is { } flaw)
            return (shown, flaw);

        var (filled, missing, counts) = (new List<PieceGroup>(), new List<Lack>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var product in lines.Select(line => line.Product).OfType<long>().Distinct())
        {
            var article = lines.First(line => line.Product == product).Article;
            var units = lines.Where(line => line.Product == product).Sum(line => line.Units ?? 0);
            var first = counts.GetValueOrDefault(article);
            counts[article] = first + (int)units;
            if (shown.Products.FirstOrDefault(one => one.Product == product) is not { } group)
                continue;

            var needed = needs.Where(need => need.Product == product).Select(need => need.Kind).Concat(group.Needed).ToHashSet();
            filled.Add(group with { Pieces = [.. group.Pieces.Select((piece, i) => Fill(piece, new Place(article, first + i + 1, needed, group), goods, known, missing))] });
        }

        return (new ExemplarSheet(filled), missing.Count == 0 ? null : FlawOf(missing));
    }

    private static PieceData Fill(PieceData shown, Place place, IReadOnlyList<GoodsDatum> goods, KnownData known, List<Lack> missing)
    {
        var (declaration, noDeclaration) = Number(GoodsDatumKind.Declaration, shown.Declaration, shown.IsDeclarationAbsent);
        var (batch, noBatch) = Number(GoodsDatumKind.Batch, shown.Batch, shown.IsBatchAbsent);
        var marks = new List<(GoodsDatumKind Kind, string Value)>();
        foreach (var kind in PieceData.MarkKinds.Values)
        {
            var before = marks.Count;
            var given = Given(kind).Select(datum => (datum.Kind, datum.Value)).ToList();
            marks.AddRange(given.Count > 0 ? given : shown.Marks.Where(mark => mark.Kind == kind));
            if (marks.Count == before)
                Want(kind);
        }

        var weight = Given(GoodsDatumKind.Weight).Select(datum => (decimal?)decimal.Parse(datum.Value, WireFields.Decimals, CultureInfo.InvariantCulture)).FirstOrDefault() ?? shown.Weight;
        if (weight is null || weight < place.Group.LeastWeight || weight > place.Group.MostWeight)
            Want(GoodsDatumKind.Weight);

        return shown with { Declaration = declaration, IsDeclarationAbsent = noDeclaration, Batch = batch, IsBatchAbsent = noBatch, Marks = marks, Weight = weight };

        IEnumerable<GoodsDatum> Given(GoodsDatumKind kind) => goods.Where(datum => datum.Kind == kind && datum.Sku.Value == place.Article && (datum.Piece ?? place.Piece) == place.Piece)
            .GroupBy(datum => datum.Piece is null).MinBy(same => same.Key) ?? Enumerable.Empty<GoodsDatum>();

        (string, bool) Number(GoodsDatumKind kind, string text, bool isAbsent)
        {
            var given = Given(kind).FirstOrDefault();
            if (given is { IsAbsent: false })
                return (given.Value, false);

            if (given is null && text.Length > 0)
                return (text, false);

            if (given is null && !isAbsent && !known.Absent.Contains(kind))
                Want(kind);

            return ("", true);
        }

        void Want(GoodsDatumKind kind)
        {
            if (place.Needed.Contains(kind))
                missing.Add(new Lack(kind, place));
        }
    }

    /// <summary>What the seller says of goods that are not there, or of all units what is one unit's alone.</summary>
    private static string? FlawOf(IReadOnlyList<GoodsDatum> goods, IReadOnlyList<ShownLine> lines)
    {
        foreach (var datum in goods)
        {
            var units = lines.Where(line => line.Article == datum.Sku.Value).Sum(line => line.Units ?? 0);
            if (units == 0)
                return $"goods speaks of {datum.Sku}, which the posting does not hold: give the data of its own products.";

            if (datum.Piece > units)
                return $"goods speaks of piece {datum.Piece} of {datum.Sku}, and the posting holds {units}: number them from 1.";

            if (datum.Piece is null && units > 1 && datum.Kind.IsOfOneUnit())
                return $"goods gives {Requirements.WordsOf(datum.Kind)} of {datum.Sku} once for its {units} units, and each has its own: name the piece.";

            if (datum.IsAbsent && !datum.Kind.MayBeAbsent())
                return $"goods says that {Requirements.WordsOf(datum.Kind)} of {datum.Sku} is absent, which only numbers of declarations and batches can be.";
        }

        return null;
    }

    private static string FlawOf(List<Lack> missing)
    {
        var lacks = missing.GroupBy(lack => (lack.Kind, lack.Place.Article)).Select(same =>
            $"{Requirements.WordsOf(same.Key.Kind)} of {same.Key.Article} (piece {string.Join(", ", same.Select(lack => lack.Place.Piece).Take(MostNamed))}{(same.Count() > MostNamed ? " and others" : "")}{RangeOf(same.First())})").ToList();
        return $"The marketplace wants data about the goods first: {string.Join("; ", lacks.Take(MostNamed))}{(lacks.Count > MostNamed ? "; and more" : "")}. "
            + "Give them with the order (POST /api/ship, goods), or enter them in the seller's cabinet at the posting; then ask again."
            + (missing.Exists(lack => lack.Kind.MayBeAbsent()) ? " Where none of the goods has such a number, set Shops__<name>__Absent." : "");
    }

    private static string RangeOf(Lack lack) => lack.Kind == GoodsDatumKind.Weight && lack.Place.Group is { MostWeight: not null } group
        ? string.Create(CultureInfo.InvariantCulture, $", {group.LeastWeight ?? 0} to {group.MostWeight}")
        : "";

    /// <param name="Piece">Of all units of the article in the posting, from 1.</param>
    private sealed record Place(string Article, int Piece, IReadOnlySet<GoodsDatumKind> Needed, PieceGroup Group);

    private sealed record Lack(GoodsDatumKind Kind, Place Place);
}
