using System.Globalization;

namespace ShipBy.Cli.Runs;

/// <summary>The folders of all runs: which is gone on with, which is set aside, which is old enough to leave.</summary>
internal sealed class RunFolders(string folder)
{
    private const int KeptAside = 5;

    /// <summary>Gives the run of that name its folder: the one it left unfinished, or an empty one.</summary>
    /// <remarks>A finished run, or any with <paramref name="startAnew"/>, is kept as <c>name-1</c>, <c>name-2</c>...; the last five stay.</remarks>
    public RunFolder Open(string name, bool startAnew)
    {
        var run = new RunFolder(Path.Combine(folder, name));
        if (Directory.Exists(run.Path) && (startAnew || run.IsFinished))
        {
            SetAside(run);
        }

        Directory.CreateDirectory(run.Path);

        return run;
    }

    /// <returns>The run whose storage was written last, be it played now, broken off or finished; null when there is none.</returns>
    public RunFolder? Latest() => !Directory.Exists(folder)
        ? null
        : Directory.EnumerateDirectories(folder).Select(path => new RunFolder(path)).Where(run => Directory.Exists(run.Storage)).MaxBy(run => LastWritten(run.Storage));

    /// <returns>How long ago the run was played; null when it has no folder, or is finished.</returns>
    /// <remarks>The storage does not count: commands that look at it write there too.</remarks>
    public TimeSpan? AwayFor(string name, DateTimeOffset now)
    {
        var run = new RunFolder(Path.Combine(folder, name));
        if (!Directory.Exists(run.Path) || run.IsFinished)
        {
            return null;
        }

        return now - (LastWritten(run.Path, except: run.Storage) ?? now);
    }

    private static DateTimeOffset? LastWritten(string path, string? except = null) => new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(file => except is null || !file.FullName.StartsWith(except + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        .Select(file => (DateTimeOffset?)new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero))
        .Max();

    private void SetAside(RunFolder run)
    {
        var aside = Aside(run.Name).ToList();
        Directory.Move(run.Path, $"{run.Path}-{((aside.Count == 0 ? 0 : aside[^1].Number) + 1).ToString(CultureInfo.InvariantCulture)}");

        foreach (var (path, _) in aside.SkipLast(KeptAside - 1))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private IEnumerable<(string Path, int Number)> Aside(string name) =>
        from path in Directory.EnumerateDirectories(folder, $"{name}-*")
        let suffix = Path.GetFileName(path)[(name.Length + 1)..]
        where suffix.All(char.IsAsciiDigit) && suffix.Length is > 0 and < 9
        let number = int.Parse(suffix, CultureInfo.InvariantCulture)
        orderby number
        select (path, number);
}
