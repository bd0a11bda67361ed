using ShipBy.Cli.Live;

namespace ShipBy.Cli.Screen;

/// <summary>The figures that are shown all the time, with their names.</summary>
internal static class Counts
{
    public static IReadOnlyList<Count> Of(RunFrame frame) => frame.Scale is null ? OfTheApp(frame.Figures) : OfTheSandbox(frame.Figures, frame.Now);

    private static IReadOnlyList<Count> OfTheSandbox(RunFigures figures, DateTimeOffset now) =>
    [
        new("orders", figures.In, "default"),
        new("taken", figures.App.Taken, "default"),
        new("held", figures.App.Held, "green"),
        new("short", figures.App.Short, "yellow"),
        new("set aside", figures.App.SetAside, "yellow"),
        new("closed", figures.Closed, "default"),
        new("overdue", figures.OverdueAt(now), "red"),
        new("warned", figures.Warnings, "yellow"),
        new("mails", figures.Mails, "default"),
        new("errors", figures.Errors, "red"),
        new("faults", figures.Faults, "default"),
    ];

    /// <summary>Of a real shop only the app's own report is known here; its page shows the rest.</summary>
    private static IReadOnlyList<Count> OfTheApp(RunFigures figures) =>
    [
        new("orders taken", figures.App.Taken, "default"),
        new("held", figures.App.Held, "green"),
        new("short", figures.App.Short, "yellow"),
        new("set aside", figures.App.SetAside, "yellow"),
        new("errors", figures.Errors, "red"),
    ];
}

/// <param name="Colour">Of the value when it is not zero.</param>
internal sealed record Count(string Name, long Value, string Colour);
