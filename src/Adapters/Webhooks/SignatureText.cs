namespace ShipBy.Adapters.Webhooks;

/// <summary>Digests as headers write them. What is none becomes empty, which equals no digest.</summary>
internal static class SignatureText
{
    /// <value>Longest text that may be a SHA-256 digest; a header may be thirty times as long.</value>
    private const int Longest = 64;

    public static byte[] OfBase64(string text)
    {
        var bytes = new byte[Longest];
        return text.Length <= Longest && Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : [];
    }

    /// <summary>Hexadecimal in either case, or base64.</summary>
    public static byte[] OfEither(string text) => text.Length == Longest && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : OfBase64(text);
}
