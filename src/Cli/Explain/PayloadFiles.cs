namespace ShipBy.Cli.Explain;

/// <summary>Finds the files that somebody named: one by one, as a folder, or by a pattern that the shell left to us.</summary>
internal static class PayloadFiles
{
    /// <returns>Paths as they were typed, each once, in order.</returns>
    /// <exception cref="CannotStartException">A name leads to no file.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> names) => [.. names.SelectMany(Find).Distinct(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Find(string name)
    {
        if (File.Exists(name))
        {
            return [name];
        }

        var found = Directory.Exists(name) ? In(name, "*.json", SearchOption.AllDirectories)
            : Path.GetFileName(name).AsSpan().ContainsAny('*', '?') ? In(Path.GetDirectoryName(name) is { Length: > 0 } folder ? folder : ".", Path.GetFileName(name), SearchOption.TopDirectoryOnly)
            : throw new CannotStartException($"{name} is not there. Give 'explain' the payload's file, a folder of .json files or a pattern.");

        return found.Count > 0 ? found : throw new CannotStartException($"No file matches {name}. Give 'explain' the payload's file, a folder of .json files or a pattern.");
    }

    private static IReadOnlyList<string> In(string folder, string pattern, SearchOption depth) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, pattern, depth).Order(StringComparer.Ordinal)]
        : [];
}
