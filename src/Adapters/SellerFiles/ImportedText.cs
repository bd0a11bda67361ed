using System.Text;

namespace ShipBy.Adapters.SellerFiles;

/// <summary>The text of a file that another program wrote, and how it was read.</summary>
/// <remarks>
/// GBK and Windows-1251 cannot be told apart by looking: nearly all bytes of the one are some characters of the other. A wrong guess would open products under
/// names that nobody wrote, so that nothing is guessed: a file that is not UTF-8 is read as whoever gives it says.
/// </remarks>
/// <param name="Because">How the encoding is known, for people.</param>
public sealed record ImportedText(string Text, TextEncoding Encoding, string Because)
{
    /// <value>A larger file holds something else: a million rows are half of it.</value>
    private const long MostBytes = 64 * 1024 * 1024;

    /// <param name="asked">What the seller says it is in; null: nothing.</param>
    /// <param name="purpose">What the file is to be used as.</param>
    /// <exception cref="InvalidSellerFileException">It cannot be opened, or its encoding is not known, or not the one that was said.</exception>
    public static ImportedText Of(string file, TextEncoding? asked, string purpose)
    {
        try
        {
            var size = new FileInfo(file).Length;

            return size <= MostBytes
                ? Decode(File.ReadAllBytes(file), asked, file, purpose)
                : throw Refused(file, purpose, new FileFault(null, null, $"it has {size >> 20} MiB", $"Up to {MostBytes >> 20} are read; part it."));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Refused(file, purpose, new FileFault(null, null, "it cannot be opened", $"{refused.Message} Check the path, close it elsewhere, or give the right to read it."), refused);
        }
    }

    /// <inheritdoc cref="Of"/>
    internal static ImportedText Decode(byte[] bytes, TextEncoding? asked, string file, string purpose)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            throw Refused(file, purpose, new FileFault(null, null, "it is in UTF-16", "In the spreadsheet, save it as 'CSV UTF-8'."));
        }

        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            return new ImportedText(Strictly(bytes.AsSpan(3), TextEncoding.Utf8, file, purpose), TextEncoding.Utf8, "its byte order mark says so");
        }

        if (asked is not null)
        {
            return new ImportedText(Strictly(bytes, asked, file, purpose), asked, "as --encoding says");
        }

        try
        {
            return new ImportedText(TextEncoding.Utf8.Strict().GetString(bytes), TextEncoding.Utf8, "all of it is valid");
        }
        catch (DecoderFallbackException broken)
        {
            throw Refused(file, purpose, new FileFault(LineOf(broken, bytes), null, "it is not in UTF-8", $"Say with --encoding what it is in ({TextEncoding.Names}), or save it as 'CSV UTF-8'."), broken);
        }
    }

    private static string Strictly(ReadOnlySpan<byte> bytes, TextEncoding encoding, string file, string purpose)
    {
        try
        {
            return encoding.Strict().GetString(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            throw Refused(file, purpose, new FileFault(LineOf(broken, bytes), null, $"it is not in {encoding}", $"Give --encoding the one that it is in: {TextEncoding.Names}."), broken);
        }
    }

    private static int LineOf(DecoderFallbackException broken, ReadOnlySpan<byte> bytes) => 1 + bytes[..Math.Clamp(broken.Index, 0, bytes.Length)].Count((byte)'\n');

    private static InvalidSellerFileException Refused(string file, string purpose, FileFault fault, Exception? inner = null) => new(file, purpose, [fault], inner);
}
