using System.Globalization;
using System.Text.RegularExpressions;

namespace ShipBy.Adapters.SellerFiles;

/// <summary>A number of whole units as spreadsheets and accounting programs write it.</summary>
/// <remarks>
/// Decimals may follow a comma or a point, as long as they are zeros: <c>5,0</c>. Three of them after up to three digits (<c>5,000</c>) are either thousands or
/// what 1C writes for five, and nobody can tell. Thousands may be parted by spaces.
/// </remarks>
internal static partial class UnitCount
{
    /// <value>More of one product on one shelf is a bar code or a price in the wrong column.</value>
    public const int Most = 1_000_000;

    private const string Remedy = "Write a whole number from 0 on, in digits.";

    /// <param name="ifNegative">What to do about a number below nothing.</param>
    /// <returns>Null where the cell is among the faults.</returns>
    public static int? Read(CsvCells cells, string column, List<FileFault> faults, string ifNegative = "Nothing on the shelf is 0; count again.")
    {
        var (units, problem, remedy) = Read(cells[column], ifNegative);
        if (units is null)
        {
            faults.Add(cells.Fault(column, problem, remedy));
        }

        return units;
    }

    private static (int? Units, string Problem, string Remedy) Read(string text, string ifNegative)
    {
        var number = Number().Match(text);
        var (whole, decimals) = (number.Groups["whole"].Value, number.Groups["decimals"].Value);
        if (!number.Success)
        {
            return (null, "is not a number of units", Remedy);
        }

        if (number.Groups["minus"].Length > 0)
        {
            return (null, "is negative", ifNegative);
        }

        if (decimals.Length == 3 && whole.Length <= 3 && whole != "0")
        {
            return (null, "may mean thousands or decimals", "Write it without a comma or point.");
        }

        if (decimals.Any(digit => digit != '0'))
        {
            return (null, "is not a whole number", Remedy);
        }

        return decimal.TryParse(string.Concat(whole.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var units) && units <= Most
            ? ((int)units, "", "")
            : (null, $"is more than {Most} units", "Is it a bar code or a price? Put the count into this column.");
    }

    [GeneratedRegex(@"^(?<minus>[-−])?\s?(?<whole>[0-9]{1,3}([ \u00A0\u202F][0-9]{3})+|[0-9]+)([.,](?<decimals>[0-9]+))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
