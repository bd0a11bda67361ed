using System.Text.Encodings.Web;
using System.Text.Json;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Application.Importing;

namespace ShipBy.Cli.Import;

/// <summary>What became of each row of a file, or would become of it, for people and as JSON.</summary>
/// <param name="Head">What is brought where, and how the file was read.</param>
/// <param name="Rows">A line of the file, and what became of it, in one line of text.</param>
/// <param name="Sum">All of them in one sentence.</param>
/// <param name="Json">The same for programs.</param>
internal sealed record ImportReport(string Head, IEnumerable<(int Line, string Text)> Rows, string Sum, ImportEnd End, bool IsDryRun, object Json)
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string Hint => (IsDryRun, End) switch
    {
        (true, _) => " Nothing was changed; leave --dry-run out to do it.",
        (_, ImportEnd.Whole) => "",
        (_, ImportEnd.OthersAtWork) => " Others were at work in the pool all the time. Run the command again; it goes on where it stopped.",
        (_, ImportEnd.NoAnswer) => " The ledger gave no answer. Run the command again; it goes on where it stopped.",
        (_, ImportEnd.Stopped) => " It was stopped. Run the command again; it goes on where it stopped.",
        var (_, unknown) => throw new InvalidOperationException($"No words are written for {unknown}."),
    };

    public static string EndOf(ImportEnd end) => JsonNamingPolicy.SnakeCaseLower.ConvertName(end.ToString());

    /// <summary>How a row that does not go in is told.</summary>
    public static IEnumerable<(int Line, string Text)> Aside(IEnumerable<FileFault> faults) => faults.Select(fault => (fault.Line ?? 0, $"{fault} Set aside."));

    public static IEnumerable<object> JsonOf(IEnumerable<FileFault> faults) => faults.Select(fault => new { fault.Line, Column = fault.Field, fault.Problem, fault.Remedy });

    /// <param name="json">Where it is to be written as JSON too; null: nowhere.</param>
    public async Task WriteAsync(TextWriter output, string? json)
    {
        await output.WriteLineAsync(Head);
        foreach (var (_, text) in Rows.OrderBy(row => row.Line))
        {
            await output.WriteLineAsync(OneLine(text));
        }

        await output.WriteLineAsync(Sum + Hint);
        if (json is not null)
        {
            await File.WriteAllTextAsync(json, JsonSerializer.Serialize(Json, Layout), CancellationToken.None);
        }
    }

    /// <param name="isIn">Whether anything of the file is in, or would go in.</param>
    /// <param name="isAllUnderstood">Whether no row was set aside.</param>
    /// <returns>Fine when every row is in; cannot start when none is and the ledger is the reason.</returns>
    public int ExitCode(bool isIn, bool isAllUnderstood) => (End, isIn, isAllUnderstood) switch
    {
        (ImportEnd.Stopped, _, _) => Cli.ExitCode.Interrupted,
        (ImportEnd.Whole, _, true) => Cli.ExitCode.Fine,
        (not ImportEnd.Whole, false, _) => Cli.ExitCode.CannotStart,
        _ => Cli.ExitCode.Wrong,
    };

    /// <remarks>A file's cells may hold what a terminal takes for orders.</remarks>
    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? '\uFFFD' : character));
}
