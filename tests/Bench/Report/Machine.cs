using System.Diagnostics;
using System.Runtime.InteropServices;
using ShipBy.TestKit;

namespace ShipBy.Bench.Report;

/// <summary>Where and on what the figures were taken.</summary>
internal static class Machine
{
    public static string Description => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30)} GiB, {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}");

    /// <value>"unknown" outside a checkout; with "+" where the working tree differs.</value>
    public static string Commit => Git("rev-parse", "--short=12", "HEAD") is { Length: > 0 } commit
        ? commit + (Git("status", "--porcelain").Length > 0 ? "+" : "")
        : "unknown";

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString()
        : RuntimeInformation.ProcessArchitecture.ToString();

    private static string Git(params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = RepositoryRoot.Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : "";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";      // no git here
        }
    }
}
