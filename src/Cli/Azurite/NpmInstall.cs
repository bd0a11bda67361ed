using System.Diagnostics;

namespace ShipBy.Cli.Azurite;

/// <summary>One run of npm in a folder that holds a manifest.</summary>
internal static class NpmInstall
{
    /// <summary>Lines that npm prints for Azurite at this log level, counted once; a hint for the progress bar only.</summary>
    private const double ExpectedLines = 370;

    private static readonly string[] Arguments =
    [
        "install", "--no-audit", "--no-fund", "--ignore-scripts", "--omit=dev", "--install-links",
        "--no-update-notifier", "--no-progress", "--loglevel=http",
    ];

    /// <remarks><paramref name="progress"/> is told the share that is done, from 0 to 1.</remarks>
    /// <exception cref="AzuriteUnavailableException">npm is missing or failed; the message ends with its last words.</exception>
    public static async Task RunAsync(string folder, IProgress<double>? progress, CancellationToken cancel)
    {
        using var npm = NodeProgram.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", Arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        using var abandoned = cancel.Register(() => npm.Kill(entireProcessTree: true));

        var errors = ReadAsync(npm.StandardError, progress);
        await npm.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await npm.WaitForExitAsync(CancellationToken.None);
        cancel.ThrowIfCancellationRequested();

        if (npm.ExitCode != 0)
        {
            throw new AzuriteUnavailableException(
                $"npm could not install the storage emulator (exit code {npm.ExitCode}). Check that npm reaches its registry, then " +
                $"run the command again. npm said: {string.Join(" | ", await errors)}");
        }

        progress?.Report(1);
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(StreamReader lines, IProgress<double>? progress)
    {
        var errors = new List<string>();
        for (var count = 1; await lines.ReadLineAsync() is { } line; count++)
        {
            progress?.Report(Math.Min(0.99, count / ExpectedLines));
            if (line.StartsWith("npm error", StringComparison.Ordinal) && errors.Count < 3)
            {
                errors.Add(line);
            }
        }

        return errors;
    }
}
