using Spectre.Console;

namespace ShipBy.Cli.Screen;

/// <summary>A console for output that goes into a pipe: plain lines, no colours, and nothing is wrapped.</summary>
internal static class PipeConsole
{
    /// <value>Wide enough for any line of a table, so that a pipe gets each in one.</value>
    private const int Width = 1_000;

    public static IAnsiConsole Create()
    {
        var plain = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        plain.Profile.Width = Width;
        return plain;
    }
}
