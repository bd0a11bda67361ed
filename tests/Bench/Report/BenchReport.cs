using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ShipBy.Bench.Measuring;

namespace ShipBy.Bench.Report;

/// <summary>What a run brought: a table for people, JSON for machines.</summary>
internal sealed record BenchReport(IReadOnlyList<Outcome> Outcomes)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToJson()
    {
        var (figures, leftOut) = (new JsonObject(), new JsonObject());
        foreach (var outcome in Outcomes)
        {
            switch (outcome)
            {
                case Outcome.Measured figure:
                    figures[figure.Name] = new JsonObject
                    {
                        ["value"] = Rounded(figure.Value),
                        ["low"] = Rounded(figure.Low),
                        ["high"] = Rounded(figure.High),
                        ["target"] = Targets.All[figure.Name].Bound,
                        ["detail"] = figure.Detail,
                    };
                    break;
                case Outcome.LeftOut left:
                    leftOut[left.Name] = left.Reason;
                    break;
                default:
                    throw new InvalidOperationException($"No line is written for {outcome}.");
            }
        }

        return new JsonObject { ["figures"] = figures, ["left_out"] = leftOut, ["machine"] = Machine.Description, ["commit"] = Machine.Commit }.ToJsonString(Indented);
    }

    public string ToTable() => $"""
        | figure | value | 95 % interval | target | met | made of |
        |---|---|---|---|---|---|
        {string.Join('\n', Outcomes.Select(Line))}

        {Machine.Description}; commit {Machine.Commit}
        """;

    private static string Line(Outcome outcome) => outcome switch
    {
        Outcome.Measured(var name, var value, var low, var high, var detail) figure =>
            $"| `{name}` | {Text(value)} | {(figure.IsExact ? "counted" : $"{Text(low)} to {Text(high)}")} | {Targets.All[name]} | {(Targets.All[name].IsMetBy(value) ? "yes" : "**no**")} | {detail} |",
        Outcome.LeftOut(var name, var reason) => $"| `{name}` | left out | | {Targets.All[name]} | | {reason} |",
        _ => throw new InvalidOperationException($"No line is written for {outcome}."),
    };

    private static string Text(double value) => Rounded(value).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static double Rounded(double value) => value == 0 ? 0 : Math.Round(value, Math.Clamp(3 - (int)Math.Ceiling(Math.Log10(Math.Abs(value))), 0, 6));
}
