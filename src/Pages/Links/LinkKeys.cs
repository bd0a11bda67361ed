using System.Security.Cryptography;
using System.Text;
using ShipBy.Application.Settings;
using ShipBy.Pages.Access;

namespace ShipBy.Pages.Links;

/// <summary>The keys of links, derived by HKDF (RFC 5869), so that no key serves two ends: the desk key opens the page and only fathers this one.</summary>
internal static class LinkKeys
{
    private const int Length = 32;

    private static readonly byte[] OfLinkSecret = Encoding.ASCII.GetBytes("shipby alert link, link secret, 1");

    private static readonly byte[] OfDeskKey = Encoding.ASCII.GetBytes("shipby alert link, desk key, 1");

    /// <returns>The key that signs comes first; all of them open. None where there is no secret, or one that could be guessed.</returns>
    public static IReadOnlyList<byte[]> Of(GuardOptions guard) =>
    [
        .. guard.LinkSecret.Length > 0 ? Derive(guard.LinkSecret, OfLinkSecret) : Derive(guard.DeskKey, OfDeskKey),
        .. Derive(guard.PreviousLinkSecret, OfLinkSecret),
    ];

    private static IEnumerable<byte[]> Derive(string secret, byte[] info) => secret.Length < DeskAccess.MinKeyLength
        ? []
        : [HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), Length, salt: [], info)];
}
