using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Ozon.Explain;
using ShipBy.Adapters.Marketplaces.Webhook.Dialects;
using ShipBy.Adapters.Marketplaces.Webhook.Mapping;
using ShipBy.Adapters.Marketplaces.Wire;

namespace ShipBy.Adapters.Marketplaces.Webhook.Explain;

/// <summary>Says of a shop's message what it is and what ShipBy makes of it, by the dialect's own field mapping.</summary>
internal static class WebhookTelling
{
    /// <summary>Fields that only this sender's orders have, each group with the dialect that it tells.</summary>
    private static readonly (string Kind, string Dialect, string[] Marks)[] Kinds =
    [
        ("Shopify order (webhook)", "shopify", ["line_items", "financial_status"]),
        ("Shopify order (webhook)", "shopify", ["line_items", "admin_graphql_api_id"]),
        ("WooCommerce order (webhook)", "woocommerce", ["line_items", "date_created_gmt"]),
        ("WooCommerce order (webhook)", "woocommerce", ["line_items", "order_key"]),
        ("message of Standard Webhooks", "standard", ["type", "data"]),
        ("order of a shop that signs by itself (webhook)", "hmac", ["number", "lines"]),
        ("order of a shop that signs by itself (webhook)", "hmac", ["order_number", "lines"]),
        ("order of a shop that signs by itself (webhook)", "hmac", ["number", "items"]),
    ];

    /// <returns>Null where it is no message of a shop's.</returns>
    public static PayloadReading? Tell(JsonElement payload)
    {
        var names = WireFields.Names(payload).ToHashSet(StringComparer.Ordinal);
        var found = Kinds.FirstOrDefault(kind => kind.Marks.All(names.Contains));
        return found.Kind is null || (found.Dialect == "standard" && payload.Field("data").ValueKind is not JsonValueKind.Object) ? null
            : new OrderReader(MappingFile.Read(AllDialects.Find(found.Dialect)!.Name), "shop").Read(payload, topic: null, "", Instant.MaxValue) switch
            {
                ToldOrder.Order(var posting) => new PayloadReading(found.Kind, [.. PostingTelling.LinesOf(posting)], [], posting.Flaw is { } flaw ? [$"{posting.Key.Number}: {flaw}"] : []),
                ToldOrder.Unreadable(var field, var reason) => new PayloadReading(found.Kind, [], [], [$"{field}: {reason} Answered with 400."]),
                _ => new PayloadReading(found.Kind, ["It is no order to be packed. Answered as done."], [], []),
            };
    }
}
