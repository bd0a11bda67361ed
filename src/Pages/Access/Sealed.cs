using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ShipBy.Pages.Access;

/// <summary>Texts that only this desk can read again: AES-256-GCM under a key that follows from the desk's and from what the text is for.</summary>
internal static class Sealed
{
    private const int KeyLength = 32;

    public static string Of(string deskKey, string purpose, string text)
    {
        var (plain, nonce, tag) = (Encoding.UTF8.GetBytes(text), RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize), new byte[AesGcm.TagByteSizes.MaxSize]);
        var hidden = new byte[plain.Length];
        using var cipher = CipherOf(deskKey, purpose);
        cipher.Encrypt(nonce, plain, hidden, tag);
        return Base64Url.EncodeToString([.. nonce, .. tag, .. hidden]);
    }

    /// <returns>Null for what was not sealed here, or not for this.</returns>
    public static string? Open(string deskKey, string purpose, string? text)
    {
        var (start, end) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize);
        if (text is null || !Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not { } whole || whole.Length < end)
        {
            return null;
        }

        try
        {
            var plain = new byte[whole.Length - end];
            using var cipher = CipherOf(deskKey, purpose);
            cipher.Decrypt(whole.AsSpan(0, start), whole.AsSpan(end), whole.AsSpan(start, end - start), plain);
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static AesGcm CipherOf(string deskKey, string purpose) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(deskKey), KeyLength, info: Encoding.UTF8.GetBytes("sealed " + purpose)), AesGcm.TagByteSizes.MaxSize);
}
