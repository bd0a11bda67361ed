using ShipBy.Cli.Reports;
using Spectre.Console;

namespace ShipBy.Cli.Screen;

/// <summary>A terminal: steps with a spinner or a bar, then one picture that is drawn over itself.</summary>
internal sealed class TerminalScreen(IAnsiConsole console) : IRunScreen
{
    public void Say(string line) => console.WriteLine(line);

    public async Task<T> StepAsync<T>(string name, Func<Task<T>> work)
    {
        var result = await console.Status().StartAsync(Markup.Escape(name), _ => work());
        Done(name);

        return result;
    }

    public async Task<T> LongStepAsync<T>(string name, Func<IProgress<double>, Task<T>> work)
    {
        var result = await console.Progress().AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context => work(new Bar(context.AddTask(Markup.Escape(name)))));
        Done(name);

        return result;
    }

    public async Task FollowAsync(IAsyncEnumerable<RunFrame> frames)
    {
        Uri? page = null;
        await console.Live(Text.Empty).AutoClear(false).StartAsync(async context =>
        {
            await foreach (var frame in frames)
            {
                if (frame.Page != page)
                {
                    page = frame.Page;
                    Link(page);
                }

                context.UpdateTarget(RunPicture.Draw(frame, console.Profile.Width, console.Profile.Height));
                context.Refresh();
            }
        });
    }

    public void Show(RunReport report, IReadOnlyList<string> complaints)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey).HideHeaders().AddColumn("").AddColumn(new TableColumn("").RightAligned());
        foreach (var (name, value) in ReportLines.Of(report))
        {
            table.AddRow(new Text(name), new Text(value));
        }

        console.WriteLine();
        console.Write(table);
        console.MarkupLine(complaints.Count == 0 ? "[green]Nothing forgotten, nothing oversold, every warning sent and none twice.[/]" : "[red]Not all is as it should be:[/]");
    }

    private void Done(string name) => console.MarkupLine($"[green]✓[/] {Markup.Escape(name)}");

    /// <summary>Written past the layout: a link that is broken into lines cannot be copied.</summary>
    private void Link(Uri page) => console.Write(new ControlCode($"Page (this link works once): {page.AbsoluteUri}{Environment.NewLine}{Environment.NewLine}"));

    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value * 100;
    }
}
