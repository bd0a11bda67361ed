namespace ShipBy.Cli.Children;

/// <summary>A part of the run ended by itself. The message names it, where its log lies, and its last words.</summary>
internal sealed class PartDiedException(string part, string how, string logFile, IReadOnlyList<string> lastWords)
    : Exception($"The {part} ended by itself ({how}); everything else was stopped. The same command goes on where it was. Log: {logFile}"
        + string.Concat(lastWords.Select(line => $"{Environment.NewLine}  | {line}")));
