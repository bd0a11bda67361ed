using ShipBy.Bench.Measuring;
using ShipBy.Bench.Report;

namespace ShipBy.Bench;

/// <summary>The command line of the bench.</summary>
/// <param name="Only">Names of figures; empty for all.</param>
internal sealed record BenchArguments(string? JsonFile, IReadOnlySet<string> Only, Effort Effort)
{
    public const string Usage = "usage: Bench [--json FILE] [--only figure,...] [--quick]";

    /// <exception cref="FormatException">An argument or a figure is unknown, or a value is missing.</exception>
    public static BenchArguments Parse(IReadOnlyList<string> words)
    {
        var arguments = new BenchArguments(null, new HashSet<string>(), new Effort(Quick: false));
        for (var i = 0; i < words.Count; i++)
        {
            arguments = words[i] switch
            {
                "--json" => arguments with { JsonFile = Path.GetFullPath(Value(words, ++i)) },
                "--only" => arguments with { Only = Known(Value(words, ++i)) },
                "--quick" => arguments with { Effort = new Effort(Quick: true) },
                var unknown => throw new FormatException($"{unknown}: no such argument. {Usage}"),
            };
        }

        return arguments;
    }

    private static string Value(IReadOnlyList<string> words, int at) =>
        at < words.Count ? words[at] : throw new FormatException($"{words[at - 1]}: a value is missing. {Usage}");

    private static HashSet<string> Known(string names)
    {
        var wanted = names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        return wanted.FirstOrDefault(name => !Targets.All.ContainsKey(name)) is { } unknown
            ? throw new FormatException($"{unknown}: no such figure. There are {string.Join(", ", Targets.All.Keys)}.")
            : wanted;
    }
}
