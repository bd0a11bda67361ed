using System.Globalization;
using ShipBy.Cli.Live;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ShipBy.Cli.Screen;

/// <summary>Draws one frame.</summary>
internal static class RunPicture
{
    /// <summary>Lines that everything but the list of orders takes.</summary>
    private const int LinesAround = 15;

    private const int MostOrders = 10;

    /// <param name="height">Lines of the terminal; the list of orders gives way first.</param>
    public static IRenderable Draw(RunFrame frame, int height) => new Rows(
        Head(frame), Counts(frame.Figures), Due(frame, Math.Clamp(height - LinesAround, 1, MostOrders)), Foot(frame));

    private static Markup Head(RunFrame frame) => new(
        $"[bold]ShipBy[/] [grey]{Markup.Escape(frame.Run)}[/]  {Markup.Escape(frame.Phase)}" +
        (frame.Left is { } left ? $"  [bold]{TimeText.Clock(left)}[/] left" : ""));

    private static Table Counts(RunFigures figures)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        (string Name, long Value, string Colour)[] cells =
        [
            ("orders in", figures.In, "default"),
            ("taken", figures.App.Taken, "default"),
            ("held", figures.App.Held, "green"),
            ("short", figures.App.Short, "yellow"),
            ("set aside", figures.App.SetAside, "yellow"),
            ("closed", figures.Closed, "grey"),
            ("warned", figures.Warnings, "yellow"),
            ("mails", figures.Mails, "default"),
            ("errors", figures.Errors, "red"),
            ("faults", figures.Faults, "default"),
        ];

        foreach (var (name, _, _) in cells)
        {
            table.AddColumn(new TableColumn(new Text(name, new Style(Color.Grey))).RightAligned());
        }

        return table.AddRow(cells.Select(cell => new Markup(
            $"[{(cell.Value == 0 ? "grey" : cell.Colour)}]{cell.Value.ToString(CultureInfo.InvariantCulture)}[/]")));
    }

    private static Table Due(RunFrame frame, int rows)
    {
        var table = new Table().Border(TableBorder.None)
            .AddColumn(new TableColumn(new Text("due soonest", new Style(Color.Grey))) { NoWrap = true })
            .AddColumn(new TableColumn(new Text("in", new Style(Color.Grey))).RightAligned())
            .AddColumn(new TableColumn(new Text(frame.Scale == 1 ? "" : "which stands for", new Style(Color.Grey))).RightAligned())
            .AddColumn(new TableColumn(new Text("last warning", new Style(Color.Grey))));

        foreach (var order in frame.Figures.DueSoonest.Take(rows))
        {
            var left = order.Deadline!.Value - frame.Now;
            table.AddRow(
                new Text(order.Number).Ellipsis(),
                new Markup(left <= TimeSpan.Zero ? "[red]overdue[/]" : TimeText.Clock(left)),
                new Text(frame.Scale == 1 || left <= TimeSpan.Zero ? "" : TimeText.Words(left / frame.Scale)),
                new Text(order.LastWarning ?? ""));
        }

        return table;
    }

    private static Rows Foot(RunFrame frame) => new(
        new Text(""),
        new Markup($"[grey]Page (the link works once):[/] {Markup.Escape(frame.Page.AbsoluteUri)}"),
        new Markup("[grey]Ctrl-C stops everything that was started here.[/]"));
}
