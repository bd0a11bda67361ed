using System.Text.Json;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>What must be right of any run, however busy the machine is.</summary>
internal static class RunVerdict
{
    /// <remarks>A busy machine may miss a warning of a run of seconds; then the program has to say so, with its exit code too.</remarks>
    public static void AssertNothingWentWrong(ShipByProcess.Outcome outcome, string reportFile)
    {
        using var report = JsonDocument.Parse(File.ReadAllBytes(reportFile));
        long Figure(string name) => report.RootElement.GetProperty(name).GetInt64();

        Assert.True(Figure("orders_in_source") > 0);
        Assert.Equal(Figure("orders_in_source"), Figure("orders_seen"));
        Assert.Equal((0, 0), (Figure("oversold_units"), Figure("warnings_duplicated")));
        Assert.Equal(Figure("warnings_missing") == 0 ? 0 : 1, outcome.ExitCode);
        Assert.StartsWith(outcome.ExitCode == 0 ? "" : $"shipby: warnings_missing is {Figure("warnings_missing")}", outcome.Error, StringComparison.Ordinal);
    }
}
