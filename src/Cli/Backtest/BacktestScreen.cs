using System.Globalization;
using ShipBy.Cli.Screen;
using Spectre.Console;

namespace ShipBy.Cli.Backtest;

/// <summary>Writes what a played history came to: what was owed and sent, then how well lateness could be told.</summary>
internal sealed class BacktestScreen(IAnsiConsole console, TableBorder border)
{
    private const int MostReasons = 10;

    public static BacktestScreen Create() => Console.IsOutputRedirected
        ? new BacktestScreen(PipeConsole.Create(), TableBorder.None)
        : new BacktestScreen(AnsiConsole.Console, TableBorder.Rounded);

    public void Show(BacktestReport report)
    {
        ShowCounts(report);
        ShowTrial(report);
        foreach (var row in report.SetAside.Take(MostReasons))
        {
            console.MarkupLine($"[yellow]set aside[/] {Markup.Escape(row.Name)}: {Markup.Escape(row.Reason)}");
        }

        if (report.SetAside.Count > MostReasons)
        {
            console.WriteLine($"... and {report.SetAside.Count - MostReasons} more; --json names all.");
        }

        console.MarkupLine(report.IsRight
            ? "[green]Every warning that was due went out, once.[/]"
            : "[red]Not every warning that was due went out exactly once: please report this with the JSON.[/]");
    }

    private void ShowCounts(BacktestReport report)
    {
        var table = new Table().Border(border).BorderColor(Color.Grey).AddColumn("warnings").AddColumn(new TableColumn("").RightAligned());
        Add("orders seen", report.OrdersSeen);
        Add("rows set aside", report.ErrorsSetAside);
        Add("late orders", report.LateOrders);
        Add("... open at the last rung", report.LateOrdersOpenAtLastRung);
        Add("... warned before their deadline", report.LateOrdersWarnedBeforeDeadline);
        foreach (var (rung, orders) in report.LateOrdersFirstWarnedAt)
        {
            Add($"...... first at {rung}", orders);
        }

        Add("warnings due", report.WarningsDue);
        Add("warnings sent", report.WarningsSent);
        Add("warnings sent twice", report.WarningsDuplicated);
        Add("warnings extra", report.WarningsExtra);
        Add("... late", report.EarlyWarnings.Late);
        Add("... never handed over", report.EarlyWarnings.NeverHandedOver);
        Add("... shipped in time", report.EarlyWarnings.ShippedInTime);
        Add("mails sent", report.MailsSent);
        Add("mails per order", report.MailsPerOrder);
        Add("warned, and shipped in time", report.FalseAlarms);
        console.Write(table);

        void Add(string name, double value) => table.AddRow(name, value.ToString("0.####", CultureInfo.InvariantCulture));
    }

    private void ShowTrial(BacktestReport report)
    {
        foreach (var (name, trial) in report.Estimate)
        {
            var table = new Table().Border(border).BorderColor(Color.Grey).AddColumns($"who will be late, {name.Replace('_', ' ')}", "AUC", "average precision", "Brier", "late in the top half");
            Add("estimate", trial.Estimate);
            Add("all alike", trial.AllAlike);
            Add("by age", trial.Age);
            Add("by working time left", trial.WorkingTimeLeft);
            console.Write(table);
            console.WriteLine($"{trial.Late} of {trial.Orders} orders were late; {trial.NeverHandedOver} were never handed over and are not judged.");

            void Add(string rule, RankFigures figures) => table.AddRow(rule, Text(figures.Auc), Text(figures.AveragePrecision), Text(figures.Brier), Text(figures.RecallAtHalf));
        }
    }

    private static string Text(double? figure) => figure?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";
}
