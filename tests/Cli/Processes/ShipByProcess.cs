using System.Diagnostics;
using ShipBy.TestKit;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>The real program, as a process of its own with a home of its own. The tools are those of the repository.</summary>
internal sealed class ShipByProcess : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("shipby-cli-");

    public string Home => _home.FullName;

    public string Runs => Path.Combine(Home, "runs");

    public static string Tools => Path.Combine(RepositoryRoot.Folder, ".shipby", "tools");

    /// <summary>Runs the program to its end.</summary>
    public async Task<Outcome> RunAsync(string[] args, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(args, environment);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        return new Outcome(process.ExitCode, await output, await error);
    }

    public Process Start(string[] args, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(DotNet, [Path.Combine(AppContext.BaseDirectory, "shipby.dll"), .. args])
        {
            WorkingDirectory = Home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["SHIPBY_HOME"] = Home;
        start.Environment["SHIPBY_TOOLS"] = Tools;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public string Write(string name, string content)
    {
        var path = Path.Combine(Home, name);
        File.WriteAllText(path, content);

        return path;
    }

    public void Dispose() => _home.Delete(recursive: true);

    private static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    internal sealed record Outcome(int ExitCode, string Output, string Error);
}
