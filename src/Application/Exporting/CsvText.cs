using System.Text;

namespace ShipBy.Application.Exporting;

/// <summary>A table as spreadsheets open it.</summary>
/// <remarks>
/// What a buyer or a partner wrote may begin as a formula does, and a spreadsheet would run it: such a text gets an apostrophe before it, which spreadsheets take for "this is text"
/// and our own readers take off again. A number below nothing is no formula and stays one. Source: OWASP, "CSV Injection".
/// </remarks>
public static class CsvText
{
    /// <summary>UTF-8 with its mark, without which Excel takes another encoding for granted.</summary>
    /// <param name="separator">A comma, or the semicolon that spreadsheets of Russian settings expect.</param>
    public static byte[] Of(IEnumerable<IEnumerable<string>> rows, char separator)
    {
        var text = string.Concat(rows.Select(row => string.Join(separator, row.Select(cell => Quoted(Guarded(cell), separator))) + "\r\n"));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
    }

    private static string Guarded(string cell) => cell is ['-', ..] && cell.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 && cell.Length > 1 ? cell : cell is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\'', ..] ? "'" + cell : cell;

    private static string Quoted(string cell, char separator) => cell.IndexOfAny([separator, '"', '\r', '\n']) >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
