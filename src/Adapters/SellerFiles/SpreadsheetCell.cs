using System.Text.RegularExpressions;

namespace ShipBy.Adapters.SellerFiles;

/// <summary>What spreadsheets, and programs that write for them, make of a number that is a name.</summary>
internal static partial class SpreadsheetCell
{
    /// <summary>Takes the formula off that keeps a spreadsheet from rounding: <c>="4611686018427387904"</c>. In a file it stands without the quotation marks that it would need.</summary>
    public static string WithoutFormulas(string text) => Formula().Replace(text, "${before}${number}");

    /// <summary>The same in one cell, and the apostrophe that has the same purpose.</summary>
    public static string Plain(string cell) => cell.StartsWith("=\"", StringComparison.Ordinal) && cell.EndsWith('"') && cell.Length > 2 ? cell[2..^1].Trim()
        : cell.StartsWith('\'') ? cell[1..].Trim()
        : cell;

    /// <summary>Whether digits are lost, as in <c>4,6E+12</c>: several numbers would become one.</summary>
    public static bool IsShortened(string cell) => Shortened().IsMatch(cell);

    [GeneratedRegex("(?<before>^|[,;\\r\\n])=\"(?<number>[^\",;\\r\\n]*)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Formula();

    [GeneratedRegex(@"^[0-9]([.,][0-9]+)?E\+[0-9]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shortened();
}
