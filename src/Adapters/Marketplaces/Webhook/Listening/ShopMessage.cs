using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ShipBy.Adapters.Webhooks;

namespace ShipBy.Adapters.Marketplaces.Webhook.Listening;

/// <summary>One message to a shop, by Standard Webhooks 1.0: <c>{"type": ..., "data": {...}}</c>.</summary>
/// <param name="Id">The same in every attempt: by the standard a receiver drops what it has had under it.</param>
internal sealed record ShopMessage(string Id, byte[] Body)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ShopMessage Of(string id, string type, object data) => new(id, JsonSerializer.SerializeToUtf8Bytes(new { type, data }, Plain));

    public IReadOnlyList<KeyValuePair<string, string>> Headers(byte[] key, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return
        [
            new("webhook-id", Id),
            new("webhook-timestamp", timestamp),
            new("webhook-signature", WebhookSignature.Of(key, Id, timestamp, Body)),
        ];
    }
}
