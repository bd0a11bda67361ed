using System.CommandLine;
using NodaTime;
using ShipBy.Adapters.Calendars;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Cli.Backtest;
using ShipBy.Cli.Reports;
using ShipBy.Cli.Screen;
using ShipBy.Domain.Calendars;

namespace ShipBy.Cli.Commands;

/// <summary><c>backtest</c>: what ShipBy would have said about a history of orders, and how much of it would have been right.</summary>
internal static class BacktestCommand
{
    public static Command Create()
    {
        var orders = new Option<string>("--orders") { Description = "The CSV file of real orders (also .gz); the same columns as for run.", HelpName = "file", Required = true };
        var calendar = new Option<string?>("--calendar")
        {
            Description = $"When the shop works: {string.Join(", ", CalendarFolder.Names)}, or a CSV file of your own. Default: Monday to Friday, 9 to 21. Local hours are read as the file's own times.",
            HelpName = "name|file",
        };
        var json = new Option<string?>("--json") { Description = "Write all figures to this file, as JSON.", HelpName = "file" };
        var command = new Command("backtest", "Play a whole history of orders through the same rules: which warnings were due, which would have gone out, and who was late.") { orders, calendar, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var file = parsed.GetValue(json);
            ReportFile.Require(file);
            var hours = CalendarOf(parsed.GetValue(calendar));
            var report = await RunScreen.Create().LongStepAsync(
                "Playing the history", progress => BacktestRun.RunAsync(parsed.GetValue(orders)!, hours, progress, cancel));
            BacktestScreen.Create().Show(report);
            if (file is not null)
            {
                await File.WriteAllTextAsync(file, report.ToJson(), cancel);
            }

            return report.IsRight ? ExitCode.Fine : ExitCode.Wrong;
        });

        return command;
    }

    private static WorkCalendar CalendarOf(string? nameOrPath)
    {
        try
        {
            return nameOrPath is null ? WorkCalendar.Usual(DateTimeZone.Utc) : CalendarFile.Read(nameOrPath, DateTimeZone.Utc);
        }
        catch (InvalidSellerFileException invalid)
        {
            throw new CannotStartException(invalid.Message, invalid);
        }
    }
}
