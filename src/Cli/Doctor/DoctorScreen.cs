using ShipBy.Application.Doctor;
using ShipBy.Cli.Screen;
using ShipBy.Pages.Checkup;
using Spectre.Console;

namespace ShipBy.Cli.Doctor;

/// <summary>Writes a check-up: what was looked at, how it is, what to do; one last line for all.</summary>
internal sealed class DoctorScreen(IAnsiConsole console, bool isPipe)
{
    public static DoctorScreen Create() => Console.IsOutputRedirected ? new DoctorScreen(PipeConsole.Create(), isPipe: true) : new DoctorScreen(AnsiConsole.Console, isPipe: false);

    /// <summary>A terminal shows that something goes on; a pipe has no use for it.</summary>
    public Task<T> WhileAsync<T>(string what, Func<Task<T>> work) => isPipe ? work() : console.Status().StartAsync(what, _ => work());

    public void Show(DoctorReport report)
    {
        if (isPipe)
        {
            ShowLines(report);
        }
        else
        {
            ShowTable(report);
        }

        console.WriteLine(report.Sum);
    }

    /// <summary>A finding a line: a table that is wrapped for nobody would hide the remedy at its far right.</summary>
    private void ShowLines(DoctorReport report)
    {
        foreach (var line in report.Lines)
        {
            console.WriteLine($"{report.NameOf(line.Health)}: {NameOf(report, line)}: {line.Found}{(line.Remedy is null ? "" : " " + line.Remedy)}");
        }
    }

    private void ShowTable(DoctorReport report)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey)
            .AddColumns(new TableColumn("what").NoWrap(), new TableColumn("how").NoWrap(), new TableColumn("what was found, and what to do (times in UTC)"));
        foreach (var area in report.Lines.GroupBy(line => line.Area))
        {
            foreach (var line in area)
            {
                table.AddRow(new Text(NameOf(report, line)), new Markup($"[{ColourOf(line.Health)}]{Markup.Escape(report.NameOf(line.Health))}[/]"), Told(line));
            }
        }

        console.Write(table);
    }

    private static Markup Told(FindingText line) => new(Markup.Escape(line.Found) + (line.Remedy is null ? "" : $"\n[grey]> {Markup.Escape(line.Remedy)}[/]"));

    private static string NameOf(DoctorReport report, FindingText line) => line.Subject.Length == 0 ? report.NameOf(line.Area) : $"{report.NameOf(line.Area)}: {line.Subject}";

    private static string ColourOf(Health health) => health switch
    {
        Health.Sound => "green",
        Health.Note => "blue",
        Health.Warning => "yellow",
        _ => "red",
    };
}
