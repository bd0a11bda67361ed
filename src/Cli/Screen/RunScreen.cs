using Spectre.Console;

namespace ShipBy.Cli.Screen;

/// <summary>Chooses between a terminal that can be drawn on and plain lines.</summary>
internal static class RunScreen
{
    public static IRunScreen Create() =>
        Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Ansi
            ? new PlainScreen(Console.Out)
            : new TerminalScreen(AnsiConsole.Console);
}
