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

    /// <summary>Columns that everything in the list but the order's number takes.</summary>
    private const int ColumnsAround = 48;

    /// <summary>Columns from which on the figures have room for a frame.</summary>
    private const int Wide = 104;

    private static readonly Style Faint = new(Color.Grey);

    /// <param name="width">Columns of the terminal.</param>
    /// <param name="height">Lines of the terminal; the list of orders gives way first.</param>
    public static IRenderable Draw(RunFrame frame, int width, int height) => new Rows(
        Head(frame),
        Figures(frame, width),
        Channels(frame, width),
        Text.Empty,
        Due(frame, Math.Clamp(height - LinesAround - frame.Figures.Channels.Count, 1, MostOrders), Math.Max(10, width - ColumnsAround)),
        Foot(frame));

    private static Markup Head(RunFrame frame) => new(
        $"[bold]ShipBy[/] [grey]{Markup.Escape(frame.Run)}[/]  {Markup.Escape(frame.Phase)}" +
        (frame.Left is { } left ? $", [bold]{TimeText.Clock(left)}[/] left" : ""));

    private static Table Figures(RunFrame frame, int width)
    {
        var table = new Table().BorderColor(Color.Grey).Border(width >= Wide ? TableBorder.Rounded : TableBorder.None);
        var counts = Counts.Of(frame);
        foreach (var count in counts)
        {
            var column = new TableColumn(new Text(count.Name, Faint)).RightAligned().NoWrap();
            table.AddColumn(width >= Wide ? column : column.PadLeft(0).PadRight(1));
        }

        return table.AddRow(counts.Select(count => new Markup(
            $"[{(count.Value == 0 ? "grey" : count.Colour)}]{count.Value.ToString(CultureInfo.InvariantCulture)}[/]")));
    }

    /// <summary>A line for each shop, where several are played.</summary>
    private static Rows Channels(RunFrame frame, int width) => new(frame.Figures.Channels.Select(channel =>
        new Markup($"[grey]{Markup.Escape(channel.Name)}[/] {Markup.Escape(Cut(channel.Words(), Math.Max(10, width - channel.Name.Length - 1)))}")));

    private static IRenderable Due(RunFrame frame, int rows, int widest)
    {
        if (frame.Scale is not { } scale)
        {
            return Text.Empty;
        }

        var table = new Table().Border(TableBorder.None)
            .AddColumn(new TableColumn(new Text("due soonest", Faint)).NoWrap().PadRight(3))
            .AddColumn(new TableColumn(new Text("in", Faint)).RightAligned().NoWrap().PadRight(3))
            .AddColumn(new TableColumn(new Text("which stands for", Faint)).RightAligned().NoWrap().PadRight(3))
            .AddColumn(new TableColumn(new Text("last warning", Faint)).NoWrap());
        foreach (var order in frame.Figures.DueAfter(frame.Now).Take(rows))
        {
            var left = order.Deadline!.Value - frame.Now;
            table.AddRow(new Text(Cut(order.Number, widest)), new Text(TimeText.Clock(left)), new Text(TimeText.Words(left / scale)), new Text(order.LastWarning ?? ""));
        }

        return table;
    }

    private static Markup Foot(RunFrame frame) => new(
        $"{Environment.NewLine}[grey]Page:[/] {Markup.Escape(new Uri(frame.Page, "/api/today").AbsoluteUri)} [grey]([/][link={Markup.Escape(frame.Page.AbsoluteUri)}]open[/]" +
        $"[grey], once; or take the link above)[/]{Environment.NewLine}[grey]Ctrl-C stops everything that was started here.[/]");

    private static string Cut(string text, int widest) => text.Length <= widest ? text : $"{text[..(widest - 1)]}…";
}
