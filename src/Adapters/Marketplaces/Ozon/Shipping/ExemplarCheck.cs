using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Marketplaces.Ozon.Shipping;

/// <summary>What the marketplace says of the pieces that it was told of, at once or after a while.</summary>
/// <param name="Word">Its word for the whole; blank where it gave none.</param>
/// <param name="Problems">Which value of which piece is wrong. A mark is named by its last characters only: whoever has all of it has the goods' mark.</param>
internal sealed record ExemplarCheck(string Word, IReadOnlyList<string> Problems)
{
    private const int MaxWordLength = 60;
    private const int MostCodes = 3;
    private const int MostNamed = 5;
    private const int ShownOfAMark = 4;

    private static readonly (string Field, GoodsDatumKind Kind)[] Numbers = [("gtd", GoodsDatumKind.Declaration), ("rnpt", GoodsDatumKind.Batch), ("weight", GoodsDatumKind.Weight)];

    public bool MayShip => Word == "ship_available";

    public bool IsAtWork => Word == "validation_in_process";

    public string InWords => $"{string.Join("; ", Problems.Take(MostNamed))}{(Problems.Count > MostNamed ? $"; and {Problems.Count - MostNamed} more" : "")}";

    /// <summary>Reads the answer about form, and the one about the state, which differ in the names of their fields only.</summary>
    public static ExemplarCheck Read(JsonElement body, IReadOnlyList<ShownLine> lines)
    {
        var answer = ExemplarSheet.Inner(body);
        var (problems, counts) = (new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var product in answer.Items("products"))
        {
            var article = lines.FirstOrDefault(line => line.Product == product.Whole("product_id"))?.Article ?? product.Text("product_id") ?? "?";
            var before = problems.Count;
            foreach (var piece in product.Items("exemplars"))
            {
                var number = counts[article] = counts.GetValueOrDefault(article) + 1;
                problems.AddRange(ProblemsOf(piece).Select(problem => $"{article}, piece {number}: {problem}"));
            }

            if (problems.Count == before && (product.Text("error") is not null || product.Flag("valid") is false))
                problems.Add($"{article}: {Cut.ToLine(product.Text("error") ?? "not valid", MaxWordLength)}");
        }

        return new ExemplarCheck(Cut.ToLine(answer.Text("status") ?? "", MaxWordLength), problems);
    }

    private static IEnumerable<string> ProblemsOf(JsonElement piece)
    {
        var found = false;
        foreach (var mark in piece.Items("marks"))
        {
            if (CodesOf(mark, "errors", "error_codes") is [_, ..] || mark.Flag("valid") is false)
            {
                found = true;
                yield return $"{NameOf(mark)} ({WordsOf(CodesOf(mark, "errors", "error_codes"), mark.Text("mark"))})";
            }
        }

        foreach (var (field, kind) in Numbers)
        {
            if (CodesOf(piece, $"{field}_error_codes") is [_, ..] codes)
            {
                found = true;
                yield return $"{Requirements.WordsOf(kind)} ({WordsOf(codes, null)})";
            }
        }

        if (!found && (CodesOf(piece, "errors") is [_, ..] || piece.Flag("valid") is false))
            yield return WordsOf(CodesOf(piece, "errors"), piece.Items("marks").Select(mark => mark.Text("mark")).FirstOrDefault());
    }

    private static string NameOf(JsonElement mark)
    {
        var words = PieceData.MarkKinds.TryGetValue(mark.Text("mark_type") ?? "", out var kind) ? kind switch
        {
            GoodsDatumKind.Mark => "the mandatory mark",
            GoodsDatumKind.Imei => "the IMEI",
            _ => "the UIN",
        } : "a mark";
        return mark.Text("mark") is { Length: > ShownOfAMark } code ? $"{words} ending in {Cut.ToLine(code[^ShownOfAMark..], ShownOfAMark)}" : words;
    }

    private static IReadOnlyList<string> CodesOf(JsonElement element, params string[] names) => [.. names.SelectMany(name => element.Items(name)).Select(code => code.Text() ?? code.Text("code") ?? code.Text("message")).OfType<string>()];

    /// <remarks>Should a word quote the mark, it is taken out.</remarks>
    private static string WordsOf(IReadOnlyList<string> codes, string? mark) => codes.Count == 0
        ? "not valid"
        : string.Join(", ", codes.Take(MostCodes).Select(code => Cut.ToLine(mark is { Length: > 0 } ? code.Replace(mark, "***", StringComparison.Ordinal) : code, MaxWordLength)));
}
