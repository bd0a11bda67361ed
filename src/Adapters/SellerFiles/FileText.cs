using System.Text;

namespace ShipBy.Adapters.SellerFiles;

/// <summary>The text of a file that a seller keeps. UTF-8, with or without a byte order mark; anything else is refused, as it would turn the names into rubbish.</summary>
internal static class FileText
{
    private const string Remedy = "In the spreadsheet, save it as 'CSV UTF-8'.";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="purpose">What the file is to be used as.</param>
    /// <exception cref="InvalidSellerFileException">It cannot be opened, or is not UTF-8.</exception>
    public static string Of(string file, string purpose)
    {
        try
        {
            return Decode(File.ReadAllBytes(file), file, purpose);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InvalidSellerFileException(file, purpose, [new FileFault(null, null, "it cannot be opened", $"{refused.Message} Close it elsewhere, or give the right to read it.")], refused);
        }
    }

    private static string Decode(byte[] bytes, string file, string purpose)
    {
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException broken)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(broken.Index, 0, bytes.Length)).Count((byte)'\n');

            throw new InvalidSellerFileException(file, purpose, [new FileFault(line, null, "it is not in UTF-8", Remedy)], broken);
        }
    }
}
