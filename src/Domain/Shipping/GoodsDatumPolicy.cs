using System.Globalization;

namespace ShipBy.Domain.Shipping;

/// <summary>What a value that is said of goods has to look like. A flaw never holds the value: a mark is as good as the goods.</summary>
public static class GoodsDatumPolicy
{
    public const int LongestValue = 200;

    /// <value>In the marketplace's unit, whichever it is: a slip of the comma is more.</value>
    private const decimal Heaviest = 1_000_000;

    private const char GroupSeparator = '\u001d';

    /// <summary>As it was scanned: a mark holds control characters that belong to it, and only line ends are the scanner's.</summary>
    public static string Bare(string scanned) => scanned.Trim(' ', '\r', '\n', '\t');

    /// <returns>Null for a value that can be told.</returns>
    public static GoodsDatumFlaw? FlawOf(GoodsDatumKind kind, string? value) => (kind, value) switch
    {
        (_, null or "") => GoodsDatumFlaw.Empty,
        (_, { Length: > LongestValue }) => GoodsDatumFlaw.TooLong,
        (GoodsDatumKind.Mark, _) when !value.All(c => c is GroupSeparator or (>= '!' and <= '~')) => GoodsDatumFlaw.NoMark,
        (GoodsDatumKind.Imei, _) when !IsDigits(value, 14, 16) => GoodsDatumFlaw.NoImei,
        (GoodsDatumKind.Uin, _) when !IsDigits(value, 16, 16) => GoodsDatumFlaw.NoUin,
        (GoodsDatumKind.Country, _) when value.Length != 2 || !value.All(char.IsAsciiLetterUpper) => GoodsDatumFlaw.NoCountry,
        (GoodsDatumKind.Weight, _) when !decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var weight) || weight is <= 0 or > Heaviest => GoodsDatumFlaw.NoWeight,
        (GoodsDatumKind.Declaration or GoodsDatumKind.Batch, _) when value.Any(char.IsControl) => GoodsDatumFlaw.ControlCharacter,
        _ => null,
    };

    /// <summary>The first value that cannot stand beside another: a unit has one of each, but for its IMEIs, and no two units share a mark.</summary>
    public static GoodsDatum? TwiceIn(IReadOnlyList<GoodsDatum> goods) =>
        goods.Where(one => one.Kind != GoodsDatumKind.Imei).GroupBy(one => (one.Sku, one.Piece, one.Kind)).FirstOrDefault(same => same.Count() > 1)?.First()
        ?? goods.Where(one => one.Kind.IsOfOneUnit()).GroupBy(one => (one.Kind, one.Value)).FirstOrDefault(same => same.Count() > 1)?.First();

    private static bool IsDigits(string text, int fewest, int most) => text.Length >= fewest && text.Length <= most && text.All(char.IsAsciiDigit);
}

/// <summary>Why a value cannot be told.</summary>
public enum GoodsDatumFlaw
{
    Empty,
    TooLong,

    /// <summary>It holds a character that no mark has.</summary>
    NoMark,
    NoImei,
    NoUin,

    /// <summary>It is not two capital letters.</summary>
    NoCountry,
    NoWeight,
    ControlCharacter,
}
