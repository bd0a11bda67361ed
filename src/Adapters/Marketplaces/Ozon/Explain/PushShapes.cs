using ShipBy.Adapters.Marketplaces.Ozon.Push;

namespace ShipBy.Adapters.Marketplaces.Ozon.Explain;

/// <summary>Push messages, one shape a type, and what is answered to them.</summary>
internal static class PushShapes
{
    private const string Chat = "chat_id chat_type message_id created_at updated_at last_read_message_id user(id type) data";
    private const string Item = "offer_id product_id is_error changed_at updated_at";
    private const string Stocks = "items(product_id sku updated_at stocks(warehouse_id present reserved))";

    /// <summary>Types of the marketplace's own shelves: their fields were seen in prose only, so the inside is left open.</summary>
    private const string Foreign = """
        uuid posting_number order_number order_id old_state new_state state changed_state_date in_process_at created_at updated_at changed_at
        warehouse_id cluster_from cluster_to products* items* reason* postings* old_delivery_date_begin old_delivery_date_end
        new_delivery_date_begin new_delivery_date_end delivery_date_begin delivery_date_end
        """;

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [PushTypes.Ping] = "time",
        ["TYPE_NEW_POSTING"] = """
            posting_number products(sku offer_id quantity) in_process_at warehouse_id shipment_date tpl_integration_type is_express
            tracking_number delivery_date_begin delivery_date_end
            """,
        ["TYPE_POSTING_CANCELLED"] = "posting_number products(sku offer_id quantity) old_state new_state changed_state_date reason(id message) warehouse_id",
        ["TYPE_STATE_CHANGED"] = "posting_number old_state new_state changed_state_date warehouse_id",
        ["TYPE_CUTOFF_DATE_CHANGED"] = "posting_number new_cutoff_date old_cutoff_date warehouse_id",
        ["TYPE_DELIVERY_DATE_CHANGED"] =
            "posting_number new_delivery_date_begin new_delivery_date_end old_delivery_date_begin old_delivery_date_end warehouse_id",
        ["TYPE_STOCKS_CHANGED"] = Stocks,
        ["TYPE_CREATE_OR_UPDATE_ITEM"] = Item,
        ["TYPE_CREATE_ITEM"] = Item,
        ["TYPE_UPDATE_ITEM"] = Item,
        ["TYPE_PRICE_INDEX_CHANGED"] = "updated_at sku product_id price_index",
        ["TYPE_NEW_MESSAGE"] = Chat,
        ["TYPE_UPDATE_MESSAGE"] = Chat,
        ["TYPE_MESSAGE_READ"] = Chat,
        ["TYPE_CHAT_CLOSED"] = Chat,
        ["TYPE_DESCRIPTION_CATEGORY_TREE_CHANGED"] = "changed_at updated_at",
    };

    public static IReadOnlyList<Shape> All { get; } =
    [
        .. Types.Select(type => Of(type.Key, type.Value)),
        .. PushTypes.Others.Except(Types.Keys).Select(type => Of(type, Foreign)),

        // The documentation prints some of them with a placeholder for the type.
        new("push message about stock, its type left out", Telling.Push, "message_type=string items", $"message_type seller_id {Stocks}"),
        new("push message about a price index, its type left out", Telling.Push, "message_type=string price_index", $"message_type seller_id {Types["TYPE_PRICE_INDEX_CHANGED"]}"),
        new("push message", Telling.Push, "message_type", $"message_type seller_id posting_number"),
        new("answer to a ping", Telling.Note, "version name !message_type", "version name time"),
    ];

    private static Shape Of(string type, string fields) => new($"push message {type}", Telling.Push, $"message_type={type}", $"message_type seller_id {fields}");
}
