using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ShipBy.Cli.Children;

/// <summary>How one of our programs is started as a process of its own.</summary>
/// <param name="Part">What it is called when we speak of it.</param>
/// <param name="Assembly">File name of the program; it lies beside us.</param>
/// <param name="Settings">Environment variables added to ours.</param>
/// <param name="Unwanted">Beginnings of variable names that it must not inherit from us.</param>
internal sealed record ChildStart(
    string Part, string Assembly, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Settings, IReadOnlyList<string> Unwanted)
{
    public ProcessStartInfo ToProcess()
    {
        var start = new ProcessStartInfo(DotNet(), [Path.Combine(AppContext.BaseDirectory, Assembly), .. Arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        foreach (var name in start.Environment.Keys.Where(IsUnwanted).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(ChildStart).Assembly.Location;

        return start;
    }

    /// <summary>The program that runs us too, wherever it was installed.</summary>
    private static string DotNet() =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    private bool IsUnwanted(string name) => Unwanted.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
