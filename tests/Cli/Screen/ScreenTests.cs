using System.Globalization;
using System.Text.Json;
using ShipBy.Cli.Live;
using ShipBy.Cli.Reports;
using ShipBy.Cli.Screen;
using Spectre.Console;

namespace ShipBy.Cli.Tests.Screen;

public class ScreenTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private static readonly Uri Page = new("http://127.0.0.1:20001/api/enter?ticket=a.b.c");

    private static readonly RunFigures Figures = RunFigures.None with
    {
        Orders = RunFigures.None.Orders
            .Add("0100-1", new LiveOrder("0100-1", Now.AddSeconds(30), LastWarning: "24h"))
            .Add("late", new LiveOrder("late", Now.AddSeconds(-5)))
            .Add(new string('9', 65), new LiveOrder(new string('9', 65), Now.AddSeconds(61))),
        App = new AppCounts(3, 2, 1, 0),
        Mails = 4,
        Warnings = 5,
    };

    [Fact]
    public async Task PlainScreen_SaysAPhaseAtOnce_AndOtherwiseALineEveryFiveSeconds()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);

        await new PlainScreen(output).FollowAsync(Frames(
            Frame(0, "running"), Frame(4.9, "running"), Frame(5, "running"), Frame(6, "over"), Frame(7, "over")));

        Assert.Equal(
            [
                "page (this link works once): http://127.0.0.1:20001/api/enter?ticket=a.b.c",
                "running, 1:00 left: 3 orders, 3 taken, 2 held, 1 short, 0 set aside, 0 closed, 1 overdue, 5 warned, 4 mails, 0 errors, 0 faults; due next 0100-1 in 0:30",
                "running, 0:55 left: 3 orders, 3 taken, 2 held, 1 short, 0 set aside, 0 closed, 1 overdue, 5 warned, 4 mails, 0 errors, 0 faults; due next 0100-1 in 0:25",
                "over, 0:54 left: 3 orders, 3 taken, 2 held, 1 short, 0 set aside, 0 closed, 1 overdue, 5 warned, 4 mails, 0 errors, 0 faults; due next 0100-1 in 0:24",
            ],
            output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Screens_ShowALineAShop_WhereSeveralArePlayed()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var report = new RunReport(JsonSerializer.Deserialize<JsonElement>(
            """
            {"channels":{"ozon":{"orders_in_source":5,"orders_seen":4,"shipped":3,"tracking_numbers_due":2,"tracking_numbers_written":1,"stock_differs":[],"stock_as_available_after_seconds":12.5,"parcels_in_trouble":3,"parcels_in_trouble_named":2,"parcels_in_trouble_due":1},
            "webhook":{"orders_in_source":1,"orders_seen":1,"stock_differs":[{},{}],"stock_as_available_after_seconds":null}}}
            """));
        var frame = Frame(0, "running") with { Figures = Figures.After(report) };
        string[] lines =
        [
            "ozon: 4 of 5 orders, 3 shipped, 1 of 2 tracking numbers, stock as available after 12.5 s, 2 of 3 parcels in trouble named, 1 due",
            "webhook: 1 of 1 orders, 0 shipped, 0 of 0 tracking numbers, stock differs for 2 products",
        ];

        var screen = new PlainScreen(output);
        await screen.FollowAsync(Frames(frame));
        screen.Show(report, []);

        Assert.Equal(lines.Select(line => "  " + line).Concat(lines), output.ToString().Split(Environment.NewLine).Where(line => line.Contains("tracking numbers", StringComparison.Ordinal)));
        var drawn = Drawn(frame, 80, 24);
        Assert.All(drawn, line => Assert.True(line.Length <= 80));
        Assert.True(drawn.Length < 24);
        Assert.Equal(2, drawn.Count(line => line.StartsWith("ozon 4 of 5", StringComparison.Ordinal) || line.StartsWith("webhook 1 of 1", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    public void RunPicture_FitsTheTerminal(int width, int height)
    {
        var lines = Drawn(Frame(0, "running"), width, height);

        Assert.All(lines, line => Assert.True(line.Length <= width));
        Assert.True(lines.Length < height);
        Assert.Matches("^0100-1 +0:30 +12 h 0 min +24h *$", Assert.Single(lines, line => line.StartsWith("0100-1", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.StartsWith("999", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("late", StringComparison.Ordinal));
    }

    [Fact]
    public void RunPicture_ShowsOfARealShop_WhatTheAppKnows()
    {
        var text = string.Join('\n', Drawn(Frame(0, "guarding your shops") with { Scale = null, Left = null }, 80, 24));

        Assert.Contains("orders taken", text, StringComparison.Ordinal);
        Assert.DoesNotContain("faults", text, StringComparison.Ordinal);
        Assert.DoesNotContain("due soonest", text, StringComparison.Ordinal);
    }

    private static RunFrame Frame(double second, string phase) =>
        new("generated-seed1-60s", phase, Figures, Now.AddSeconds(second), TimeSpan.FromSeconds(60 - second), Page, Scale: 1.0 / 1440);

    private static async IAsyncEnumerable<RunFrame> Frames(params RunFrame[] frames)
    {
        foreach (var frame in frames)
        {
            await Task.Yield();
            yield return frame;
        }
    }

    private static string[] Drawn(RunFrame frame, int width, int height)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = width;
        console.Write(RunPicture.Draw(frame, width, height));

        return output.ToString().Split('\n', StringSplitOptions.TrimEntries);
    }
}
