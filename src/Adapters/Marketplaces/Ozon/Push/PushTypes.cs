namespace ShipBy.Adapters.Marketplaces.Ozon.Push;

/// <summary>The push types of the documentation, present and past.</summary>
internal static class PushTypes
{
    public const string Ping = "TYPE_PING";

    public const string NewMessage = "TYPE_NEW_MESSAGE";

    /// <value>Those that ring for one of the seller's own postings.</value>
    public static readonly IReadOnlySet<string> OfPostings = new HashSet<string>(StringComparer.Ordinal)
    {
        "TYPE_NEW_POSTING", "TYPE_POSTING_CANCELLED", "TYPE_STATE_CHANGED", "TYPE_CUTOFF_DATE_CHANGED", "TYPE_DELIVERY_DATE_CHANGED",
    };

    /// <value>Those that concern no order of ours: items, stock, chats, and orders from the marketplace's own shelves.</value>
    public static readonly IReadOnlySet<string> Others = new HashSet<string>(StringComparer.Ordinal)
    {
        "TYPE_STOCKS_CHANGED", "TYPE_CREATE_OR_UPDATE_ITEM", "TYPE_CREATE_ITEM", "TYPE_UPDATE_ITEM", "TYPE_PRICE_INDEX_CHANGED",
        NewMessage, "TYPE_UPDATE_MESSAGE", "TYPE_MESSAGE_READ", "TYPE_CHAT_CLOSED", "TYPE_DESCRIPTION_CATEGORY_TREE_CHANGED",
        "TYPE_FBO_POSTING_NEW", "TYPE_FBO_POSTING_CANCELLED", "TYPE_FBO_POSTING_STATE_CHANGED", "TYPE_FBO_POSTING_DELIVERY_DATE_CHANGED",
        "TYPE_FBO_STOCKS_CHANGED", "TYPE_ORDER_NEW", "TYPE_ORDER_CANCELLED", "TYPE_ORDER_STATE_CHANGED",
    };
}
