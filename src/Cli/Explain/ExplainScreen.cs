using ShipBy.Adapters.Marketplaces.Ozon.Explain;
using Spectre.Console;

namespace ShipBy.Cli.Explain;

/// <summary>Writes readings so that they can be read by people and searched by tools: one mark at the start of each line.</summary>
internal sealed class ExplainScreen(IAnsiConsole console)
{
    /// <remarks>Into a pipe go plain lines: no colours, and nothing is wrapped.</remarks>
    public static ExplainScreen Create()
    {
        if (!Console.IsOutputRedirected)
        {
            return new ExplainScreen(AnsiConsole.Console);
        }

        var plain = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        plain.Profile.Width = int.MaxValue;

        return new ExplainScreen(plain);
    }

    public void Show(string file, PayloadReading reading)
    {
        console.MarkupLine($"[bold]{Markup.Escape(file)}[/]: {Markup.Escape(reading.Kind)}");
        Show(reading.Lines, "  ", "default");
        Show(reading.UnknownFields.Select(field => $"unknown field {field}"), "  ? ", "yellow");
        Show(reading.Problems, "  ! ", "red");
    }

    public void Sum(int files, int misunderstood)
    {
        if (misunderstood > 0)
        {
            console.MarkupLine($"[red]{misunderstood} of {files} {(files == 1 ? "file" : "files")} could not be understood in full.[/]");
        }
    }

    private void Show(IEnumerable<string> lines, string mark, string colour)
    {
        foreach (var line in lines)
        {
            console.MarkupLine($"[{colour}]{Markup.Escape(mark + line)}[/]");
        }
    }
}
