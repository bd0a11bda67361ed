using System.Text.Encodings.Web;
using System.Text.Json;
using ShipBy.Adapters.SellerFiles;
using ShipBy.Application.Importing;

namespace ShipBy.Cli.Import;

/// <summary>What became of each row of a count, or would become of it, for people and as JSON.</summary>
/// <param name="place">Where the ledger lies.</param>
internal sealed class StockImportReport(StockImport import, IReadOnlyList<FileFault> setAside, bool isDryRun, string place, ImportedText read)
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private int AllRows => import.Rows.Count + import.Left.Count + setAside.Count;

    private string Sum => string.Concat(
        $"{import.Rows.Count} of {AllRows} rows {(isDryRun ? "would go" : "are")} in: ",
        $"{import.Rows.Count(row => row.Before is null)} new, {import.Rows.Count(row => row.Before is not null && row.Changes)} changed, {import.Rows.Count(row => !row.Changes)} unchanged; ",
        $"{setAside.Count} set aside{(import.Left.Count == 0 ? "" : $", {import.Left.Count} left")}.");

    private string Hint => (isDryRun, import.End) switch
    {
        (true, _) => " Nothing was changed; leave --dry-run out to do it.",
        (_, ImportEnd.Whole) => "",
        (_, ImportEnd.OthersAtWork) => " Others were at work in the pool all the time. Run the command again; it goes on where it stopped.",
        (_, ImportEnd.NoAnswer) => " The ledger gave no answer. Run the command again; it goes on where it stopped.",
        (_, ImportEnd.Stopped) => " It was stopped. Run the command again; it goes on where it stopped.",
        var (_, unknown) => throw new InvalidOperationException($"No words are written for {unknown}."),
    };

    public async Task WriteAsync(TextWriter output)
    {
        await output.WriteLineAsync($"Pool {import.Pool} in {place}; the file is read as {read.Encoding}: {read.Because}.");
        var done = import.Rows.Select(row => (row.Count.Line, Text: $"line {row.Count.Line}: {row.Count.Sku}: {StockImportWords.Of(row)}"));
        var left = import.Left.Select(count => (count.Line, Text: $"line {count.Line}: {count.Sku}: left to the next time"));
        var aside = setAside.Select(fault => (Line: fault.Line ?? 0, Text: $"{fault} Set aside."));
        foreach (var (_, text) in done.Concat(left).Concat(aside).OrderBy(row => row.Line))
        {
            await output.WriteLineAsync(OneLine(text));
        }

        await output.WriteLineAsync(Sum + Hint);
    }

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Pool = import.Pool.Value,
            DryRun = isDryRun,
            Encoding = read.Encoding.Name,
            End = JsonNamingPolicy.SnakeCaseLower.ConvertName(import.End.ToString()),
            In = import.Rows.Select(row => new
            {
                row.Count.Line,
                Sku = row.Count.Sku.Value,
                Outcome = row.Before is null ? "new" : row.Changes ? "changed" : "unchanged",
                Before = row.Before?.OnHand,
                row.After.OnHand,
                row.After.Held,
                row.After.Free,
            }),
            Left = import.Left.Select(count => new { count.Line, Sku = count.Sku.Value, count.OnHand }),
            SetAside = setAside.Select(fault => new { fault.Line, Column = fault.Field, fault.Problem, fault.Remedy }),
        },
        Layout);

    /// <remarks>A file's cells may hold what a terminal takes for orders.</remarks>
    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? '\uFFFD' : character));
}
