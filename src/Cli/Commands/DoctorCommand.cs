using System.CommandLine;
using NodaTime;
using ShipBy.Application.Settings;
using ShipBy.Cli.Doctor;
using ShipBy.Cli.Real;
using ShipBy.Cli.Reconcile;
using ShipBy.Cli.Reports;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Screen;
using ShipBy.Pages.Wording;

namespace ShipBy.Cli.Commands;

/// <summary><c>doctor</c>: whether everything that the settings name works, and what to do where it does not.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var json = new Option<string?>("--json") { Description = "Write all findings to this file, as JSON.", HelpName = "file" };
        var sendTest = new Option<bool>("--send-test") { Description = "Send a test alert by every channel, counted towards the quotas. Without it nobody is written to." };
        var file = new Option<string?>("--settings") { Description = $"Read the settings from this file instead of {RealSettings.FileName} in the current folder; the environment stands above either.", HelpName = "file" };
        var command = new Command("doctor", "Check settings, storage, clock, schedules, shops, channels, quotas and page; say what to do about each fault.") { json, sendTest, file };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(json), parsed.GetValue(sendTest), parsed.GetValue(file), cancel));

        return command;
    }

    private static async Task<int> RunAsync(string? json, bool sendTest, string? file, CancellationToken cancel)
    {
        ReportFile.Require(json);
        var clock = TimeProvider.System;

        // As a run here would have them, so that what is checked is what would run.
        var set = file is null ? RealSettings.Find() : RealSettings.Find(file);
        await using var here = set.KeepsStorageHere ? await LedgerPlace.FindAsync(set, ShipByHome.Find(), RunScreen.Create(), cancel) : null;
        var settings = RealAppSettings.For(here is null ? set : set.With("AzureWebJobsStorage", here.Settings["AzureWebJobsStorage"]), RunKeys.Make(), port: 7071, RunOptionText.LanguageOfThisMachine(), Path.Combine(Path.GetDirectoryName(ShipByHome.Find().Runs)!, "test-mails"));
        var run = new DoctorRun(RealSettings.ToConfiguration(settings), clock);
        var screen = DoctorScreen.Create();
        var findings = await screen.WhileAsync("Looking at everything", () => run.RunAsync(sendTest, cancel));
        var words = Words.In("en");
        var report = new DoctorReport(findings, words, new ShopClock(DateTimeZone.Utc, words.Time, clock.Now()));
        screen.Show(report);
        if (json is not null)
        {
            await File.WriteAllTextAsync(json, report.ToJson(), cancel);
        }

        return report.Faults == 0 ? ExitCode.Fine : ExitCode.Wrong;
    }
}
