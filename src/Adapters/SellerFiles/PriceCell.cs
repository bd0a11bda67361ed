using System.Globalization;
using System.Text.RegularExpressions;

namespace ShipBy.Adapters.SellerFiles;

/// <summary>An amount of money as spreadsheets and cabinets write it: <c>1 234,50</c>, <c>1,234.50 ₽</c>, <c>¥12.00</c>.</summary>
/// <remarks>Of a comma and a point the later one parts the decimals. One of them alone with three digits behind it (<c>1,234</c>) may be either, and nobody can tell.</remarks>
internal static partial class PriceCell
{
    private static readonly Dictionary<string, string> Signs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["₽"] = "RUB",
        ["руб."] = "RUB",
        ["руб"] = "RUB",
        ["р."] = "RUB",
        ["元"] = "CNY",
        ["¥"] = "CNY",
        ["￥"] = "CNY",
        ["$"] = "USD",
        ["€"] = "EUR",
        ["₸"] = "KZT",
    };

    /// <returns>The amount, and the currency that its sign stands for; null where it is no amount.</returns>
    public static (decimal Amount, string? Currency)? Read(string text)
    {
        var form = Form().Match(text);
        var sign = form.Groups["sign"].Value is { Length: > 0 } before ? before : form.Groups["after"].Value;
        if (!form.Success || (sign.Length > 0 && !Signs.ContainsKey(sign)) || Plain(form.Groups["number"].Value) is not { } number)
        {
            return null;
        }

        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? (amount, Signs.GetValueOrDefault(sign)) : null;
    }

    /// <returns>Digits and at most one point; null where it may mean two things.</returns>
    private static string? Plain(string text)
    {
        var number = string.Concat(text.Where(c => c is not (' ' or '\u00A0' or '\u202F')));
        var last = number.LastIndexOfAny([',', '.']);
        if (last < 0)
        {
            return number;
        }

        var (whole, decimals) = (number[..last], number[(last + 1)..]);
        var parts = whole.Split(number[last] == ',' ? '.' : ',');
        return parts is [var alone] ? alone.Contains(number[last], StringComparison.Ordinal) || (decimals.Length == 3 && alone.Length <= 3 && alone != "0") ? null : $"{alone}.{decimals}"
            : parts.Skip(1).All(part => part.Length == 3 && part.All(char.IsAsciiDigit)) ? $"{string.Concat(parts)}.{decimals}"
            : null;
    }

    [GeneratedRegex(@"^(?<sign>[^0-9\s]{1,4})?\s?(?<number>[0-9]([0-9.,\u00A0\u202F ]*[0-9])?)\s?(?<after>[^0-9\s]{1,4})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
