using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ShipBy.Pages.Access;

/// <summary>Signs texts with a secret, such as the desk key. The purpose is part of what is signed, so that a seal made for one thing never fits another.</summary>
internal static class Seal
{
    public static string Of(string deskKey, string purpose, string text) => Of(Encoding.UTF8.GetBytes(deskKey), purpose, text);

    /// <returns>43 letters, digits, <c>-</c> and <c>_</c>.</returns>
    public static string Of(byte[] key, string purpose, string text) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(purpose + "\n" + text)));

    public static bool Fits(string deskKey, string purpose, string text, string? seal) => Fits(Encoding.UTF8.GetBytes(deskKey), purpose, text, seal);

    /// <summary>Compares in a time that does not tell how much of the seal was right.</summary>
    public static bool Fits(byte[] key, string purpose, string text, string? seal) =>
        seal is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(key, purpose, text)), Encoding.UTF8.GetBytes(seal));

    /// <summary>Whether two secrets are the same, in a time that tells neither their lengths nor where they differ.</summary>
    public static bool SameSecret(string one, string other) => Fits(one, "same", "", Of(other, "same", ""));
}
