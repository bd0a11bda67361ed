using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ShipBy.Application.FirstUse;

/// <summary>Seals a draft, so that whoever reads the storage reads no secret. The key follows from the desk key; another desk key opens nothing.</summary>
public sealed class DraftSeal(string deskKey)
{
    private const int NonceSize = 12, TagSize = 16;

    private static readonly byte[] Purpose = "shipby first use draft 1"u8.ToArray();

    private static readonly JsonSerializerOptions Json = new() { IgnoreReadOnlyProperties = true, Converters = { new JsonStringEnumConverter() } };

    private byte[] Key => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(deskKey), outputLength: 32, salt: null, info: Purpose);

    /// <returns>Base64: nonce, tag, and the draft as JSON, encrypted with AES-GCM.</returns>
    public string Close(StartDraft draft)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(new Content(draft.Values, [.. draft.Done], draft.Listing, draft.Counted), Json);
        var box = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(Key, TagSize);
        cipher.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), Purpose);

        return Convert.ToBase64String(box);
    }

    /// <returns>Null where it was sealed with another key, changed, or written by a newer ShipBy: it is begun anew then.</returns>
    public StartDraft? TryOpen(string text)
    {
        try
        {
            var box = Convert.FromBase64String(text);
            var plain = new byte[box.Length - NonceSize - TagSize];
            using var cipher = new AesGcm(Key, TagSize);
            cipher.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), plain, Purpose);

            return JsonSerializer.Deserialize<Content>(plain, Json) is { } content
                ? new StartDraft { Values = content.Values.ToImmutableDictionary(), Done = [.. content.Done], Listing = content.Listing, Counted = content.Counted }
                : null;
        }
        catch (Exception foreign) when (foreign is FormatException or OverflowException or ArgumentException or CryptographicException or JsonException)
        {
            return null;
        }
    }

    private sealed record Content(IReadOnlyDictionary<StartField, string> Values, IReadOnlyList<StartStep> Done, Marketplaces.ShopListing? Listing, int? Counted);
}
