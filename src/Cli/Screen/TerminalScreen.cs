using ShipBy.Cli.Reports;
using Spectre.Console;

namespace ShipBy.Cli.Screen;

/// <summary>A terminal: steps with a spinner or a bar, then one picture that is drawn over itself.</summary>
internal sealed class TerminalScreen(IAnsiConsole console) : IRunScreen
{
    public void Say(string line) => console.WriteLine(line);

    public async Task<T> StepAsync<T>(string name, Func<IProgress<double>, Task<T>> work)
    {
        var result = await console.Progress().AutoClear(true).HideCompleted(false)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask(Markup.Escape(name), autoStart: true);
                task.IsIndeterminate = true;

                return work(new Bar(task));
            });
        console.MarkupLine($"[green]✓[/] {Markup.Escape(name)}");

        return result;
    }

    public async Task FollowAsync(IAsyncEnumerable<RunFrame> frames)
    {
        console.WriteLine();
        await console.Live(new Text("")).AutoClear(false).StartAsync(async context =>
        {
            await foreach (var frame in frames)
            {
                context.UpdateTarget(RunPicture.Draw(frame, console.Profile.Height));
                context.Refresh();
            }
        });
        console.WriteLine();
    }

    public void Show(RunReport report, IReadOnlyList<string> complaints)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey).HideHeaders().AddColumn("").AddColumn(new TableColumn("").RightAligned());
        foreach (var (name, value) in ReportLines.Of(report))
        {
            table.AddRow(new Text(name), new Text(value));
        }

        console.Write(table);
        console.MarkupLine(complaints.Count == 0 ? "[green]Nothing oversold, nothing forgotten, every warning sent once.[/]" : "[red]Not all is as it should be.[/]");
    }

    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value)
        {
            task.IsIndeterminate = false;
            task.Value = value * 100;
        }
    }
}
