using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Ozon.Pieces;

/// <summary>What is right to say of a piece, and when a posting's pieces let it be packed.</summary>
internal static partial class PieceRules
{
    public const double LeastWeight = 0.1;
    public const double MostWeight = 30;

    /// <value>In a mark: good in form, and sold already as the check finds.</value>
    private const string Sold = "SOLD";

    /// <summary>Whether a posting cannot be packed before its pieces were told of.</summary>
    public static bool AreWanted(SandboxRun run, OrderTrack order) => Scene.Of(run.Options, order.Plan) is { WantsDeclaration: true } or { WantsMarks: true } or { WantsImeis: true } or { WantsPieces: true };

    public static bool IsAtWork(SandboxRun run, OrderTrack order) => order.Ozon.PiecesCheckedAt > run.Clock.Now;

    public static bool MayShip(SandboxRun run, OrderTrack order) =>
        order.Ozon.PiecesCheckedAt <= run.Clock.Now && !CameToNoEnd(run, order) && order.Ozon.Pieces.Values.All(piece => CodesOf(run, order, piece).Count == 0);

    /// <summary>A first check comes to no end now and then; the next one does.</summary>
    public static bool CameToNoEnd(SandboxRun run, OrderTrack order) =>
        order.Ozon.TimesPiecesSet == 1 && new SeededRandom(run.Options.Seed, "check of " + order.Plan.Number).Chance(0.2);

    /// <summary>Numbers of the pieces of one product, or of all.</summary>
    public static IEnumerable<(long Sku, long Piece)> PiecesOf(OrderTrack order)
    {
        var number = order.Plan.OrderId * 1000;
        foreach (var line in order.Plan.Lines)
        {
            for (var i = 0; i < line.Quantity; i++)
            {
                yield return (line.Product.Sku, ++number);
            }
        }
    }

    /// <summary>What the form of a code says against it; the same before and after it was set.</summary>
    public static string? FlawOf(JsonObject mark) => mark.Text("mark_type") switch
    {
        "mandatory_mark" => MandatoryMark().IsMatch(mark.Text("mark")) ? null : "INVALID_CODE_FORMAT",
        "imei" => Imei().IsMatch(mark.Text("mark")) ? null : "INVALID_IMEI",
        "jw_uin" => Uin().IsMatch(mark.Text("mark")) ? null : "INVALID_UIN",
        _ => "UNKNOWN_MARK_TYPE",
    };

    /// <summary>All that the long check finds wrong with a piece, by field; marks by their own text.</summary>
    public static IReadOnlyList<(string Field, string Code)> CodesOf(SandboxRun run, OrderTrack order, JsonObject piece)
    {
        var scene = Scene.Of(run.Options, order.Plan);
        var (marks, found) = (piece.Objects("marks"), new List<(string, string)>());
        found.AddRange(marks.Select(mark => (mark.Text("mark"), FlawOf(mark) ?? (mark.Text("mark").Contains(Sold, StringComparison.Ordinal) ? "MARK_ALREADY_SOLD" : null))).Where(one => one.Item2 is not null).Select(one => (one.Item1, one.Item2!)));
        if (scene.WantsDeclaration && !piece.Flag("is_gtd_absent") && !Declaration().IsMatch(piece.Text("gtd")))
        {
            found.Add(("gtd", "GTD_NOT_FOUND"));
        }

        if (scene.WantsMarks && marks.All(mark => mark.Text("mark_type") != "mandatory_mark"))
        {
            found.Add(("", "MANDATORY_MARK_NOT_FILLED"));
        }

        if (scene.WantsImeis && marks.All(mark => mark.Text("mark_type") != "imei"))
        {
            found.Add(("", "IMEI_NOT_FILLED"));
        }

        if (scene.WantsImeis && !(Weight(piece) is >= LeastWeight and <= MostWeight))
        {
            found.Add(("weight", "WEIGHT_OUT_OF_RANGE"));
        }

        return found;
    }

    public static double Weight(JsonObject piece) => piece["weight"] is { } weight && double.TryParse(weight.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;

    [GeneratedRegex(@"^\x1D?01[0-9]{14}21[\x1D\x21-\x7E]{6,}$", RegexOptions.CultureInvariant)]
    private static partial Regex MandatoryMark();

    [GeneratedRegex("^[0-9]{15}$", RegexOptions.CultureInvariant)]
    private static partial Regex Imei();

    [GeneratedRegex("^[0-9]{16}$", RegexOptions.CultureInvariant)]
    private static partial Regex Uin();

    [GeneratedRegex("^[0-9]{8}/[0-9]{6}/[0-9]{7}(/[0-9]{1,3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
