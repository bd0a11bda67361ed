using System.Text;

namespace ShipBy.Adapters.SellerFiles;

/// <summary>How the bytes of a seller's file stand for characters.</summary>
/// <param name="Name">As an option names it.</param>
public sealed record TextEncoding(string Name)
{
    public static TextEncoding Utf8 { get; } = new("utf-8");

    /// <value>What spreadsheets with Chinese settings save; GBK and GB2312 are parts of it.</value>
    public static TextEncoding Gb18030 { get; } = new("gb18030");

    /// <value>What spreadsheets with Russian settings save.</value>
    public static TextEncoding Windows1251 { get; } = new("windows-1251");

    public static IReadOnlyList<TextEncoding> All { get; } = [Utf8, Gb18030, Windows1251];

    public static string Names => string.Join(", ", All.Select(encoding => encoding.Name));

    /// <summary>Reads an encoding's name; what is usual beside it is understood too.</summary>
    /// <exception cref="FormatException">It is none of those that are read.</exception>
    public static TextEncoding Parse(string text) => text.Trim().ToLowerInvariant() switch
    {
        "utf-8" or "utf8" => Utf8,
        "gb18030" or "gbk" or "gb2312" or "cp936" => Gb18030,
        "windows-1251" or "cp1251" or "1251" => Windows1251,
        _ => throw new FormatException($"'{text}' is no encoding that is read here: use one of {Names}."),
    };

    /// <returns>One that refuses bytes that stand for nothing.</returns>
    internal Encoding Strict() => this == Utf8
        ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)
        : CodePagesEncodingProvider.Instance.GetEncoding(Name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public override string ToString() => Name;
}
