using System.CommandLine;
using ShipBy.Cli.Explain;

namespace ShipBy.Cli.Commands;

/// <summary><c>explain</c>: what ShipBy makes of payloads that lie in files.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Files, folders or patterns such as 'payloads/*.json'.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("explain", "Say what marketplace payloads are, what ShipBy makes of them, and which fields it does not know.") { files };
        command.SetAction(parsed => ExplainFiles.Run(parsed.GetValue(files) ?? [], ExplainScreen.Create()));

        return command;
    }
}
