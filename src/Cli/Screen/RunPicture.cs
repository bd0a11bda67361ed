using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ShipBy.Cli.Screen;

/// <summary>Draws one frame.</summary>
internal static class RunPicture
{
    /// <summary>Lines that everything but the list of orders takes.</summary>
    private const int LinesAround = 14;

    private const int MostOrders = 10;

    private static readonly Style Faint = new(Color.Grey);

    /// <param name="height">Lines of the terminal; the list of orders gives way first.</param>
    public static IRenderable Draw(RunFrame frame, int height) => new Rows(
        Head(frame), Figures(frame), Due(frame, Math.Clamp(height - LinesAround, 1, MostOrders)), Foot(frame));

    private static Markup Head(RunFrame frame) => new(
        $"[bold]ShipBy[/] [grey]{Markup.Escape(frame.Run)}[/]  {Markup.Escape(frame.Phase)}" +
        (frame.Left is { } left ? $", [bold]{TimeText.Clock(left)}[/] left" : ""));

    private static Table Figures(RunFrame frame)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        var counts = Counts.Of(frame);
        foreach (var count in counts)
        {
            table.AddColumn(new TableColumn(new Text(count.Name, Faint)).RightAligned());
        }

        return table.AddRow(counts.Select(count => new Markup(
            $"[{(count.Value == 0 ? "grey" : count.Colour)}]{count.Value.ToString(CultureInfo.InvariantCulture)}[/]")));
    }

    private static IRenderable Due(RunFrame frame, int rows)
    {
        if (frame.Scale is not { } scale)
        {
            return Text.Empty;
        }

        var table = new Table().Border(TableBorder.None)
            .AddColumn(new TableColumn(new Text("due soonest", Faint)).NoWrap().PadRight(3))
            .AddColumn(new TableColumn(new Text("in", Faint)).RightAligned().PadRight(3))
            .AddColumn(new TableColumn(new Text("which stands for", Faint)).RightAligned().PadRight(3))
            .AddColumn(new TableColumn(new Text("last warning", Faint)));
        foreach (var order in frame.Figures.DueSoonest.Take(rows))
        {
            var left = order.Deadline!.Value - frame.Now;
            table.AddRow(
                new Text(order.Number).Ellipsis(),
                new Markup(left <= TimeSpan.Zero ? "[red]overdue[/]" : TimeText.Clock(left)),
                new Text(left <= TimeSpan.Zero ? "" : TimeText.Words(left / scale)),
                new Text(order.LastWarning ?? ""));
        }

        return table;
    }

    private static Markup Foot(RunFrame frame) => new(
        $"{Environment.NewLine}[grey]Page:[/] {Markup.Escape(new Uri(frame.Page, "/api/today").AbsoluteUri)} [grey]([/][link={Markup.Escape(frame.Page.AbsoluteUri)}]open[/]" +
        $"[grey], or take the link above; it works once)[/]{Environment.NewLine}[grey]Ctrl-C stops everything that was started here.[/]");
}
