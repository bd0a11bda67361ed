using System.Globalization;

namespace Azure.Data.Tables.Wire;

/// <summary>Writes the holes of an interpolated filter as the literals of the query language.</summary>
internal sealed class FilterText : IFormatProvider, ICustomFormatter
{
    private static readonly FilterText Instance = new();

    public static string Write(FormattableString filter) => filter.ToString(Instance);

    public static string Quote(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    public object GetFormat(Type formatType) => formatType == typeof(ICustomFormatter) ? this : null;

    public string Format(string format, object arg, IFormatProvider formatProvider) => arg switch
    {
        string text => $"'{Quote(text)}'",
        bool truth => truth ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => $"{number.ToString(CultureInfo.InvariantCulture)}L",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        Guid guid => $"guid'{guid}'",
        DateTimeOffset instant => $"datetime'{Instant(instant.UtcDateTime)}'",
        DateTime instant => $"datetime'{Instant(instant.ToUniversalTime())}'",
        byte[] bytes => $"X'{Convert.ToHexStringLower(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexStringLower(data)}'",
        _ => throw new NotSupportedException($"A filter cannot hold a value of type {arg?.GetType().Name ?? "null"}."),
    };

    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
