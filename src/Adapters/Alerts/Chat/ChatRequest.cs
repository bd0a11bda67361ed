using System.Text.Encodings.Web;
using System.Text.Json;
using ShipBy.Adapters.Webhooks;

namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>One post to a vendor.</summary>
/// <param name="Body">JSON.</param>
/// <param name="Headers">Beside those of the body.</param>
internal sealed record ChatRequest(SecretAddress Address, byte[] Body, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    // Escaped, a Russian or Chinese letter would take six bytes of limits that count them. No browser ever reads this.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ChatRequest Of(SecretAddress address, object body) => new(address, Json(body), []);

    public static byte[] Json(object body) => JsonSerializer.SerializeToUtf8Bytes(body, Plain);
}
