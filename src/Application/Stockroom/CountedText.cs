using System.Buffers;
using System.Globalization;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Stockroom;

/// <summary>Lines that somebody types or a scanner writes: a code, or a code and a number.</summary>
/// <param name="Units">What is said of a product more than once is added up.</param>
/// <param name="Unread">Lines that name no product or no possible number, as they were written.</param>
public sealed record CountedText(IReadOnlyDictionary<Sku, int> Units, IReadOnlyList<string> Unread)
{
    private const string Gap = " \t;,×=";

    private static readonly SearchValues<char> Gaps = SearchValues.Create(Gap);

    /// <param name="find">The product that a code means; null where it means none.</param>
    public static CountedText Read(string text, Func<string, Sku?> find)
    {
        var units = new Dictionary<Sku, int>();
        var unread = new List<string>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ReadLine(line, find) is var (sku, number) && units.GetValueOrDefault(sku) + number <= ProductCard.MostUnits)
            {
                units[sku] = units.GetValueOrDefault(sku) + number;
            }
            else
            {
                unread.Add(line);
            }
        }

        return new CountedText(units, unread);
    }

    /// <remarks>A line that is a code as a whole is one unit: so a scanner counts. Only then its last word may be a number.</remarks>
    private static (Sku Sku, int Number)? ReadLine(string line, Func<string, Sku?> find)
    {
        if (find(line) is { } whole)
        {
            return (whole, 1);
        }

        var gap = line.AsSpan().LastIndexOfAny(Gaps);
        return gap > 0 && int.TryParse(line.AsSpan(gap + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= ProductCard.MostUnits
            && find(line[..gap].TrimEnd([.. Gap])) is { } sku
            ? (sku, number)
            : null;
    }
}
