namespace ShipBy.Adapters.Marketplaces.Ozon.Account;

/// <summary>The marketplace's words about chats, which come in several spellings.</summary>
internal static class ChatWords
{
    /// <summary>Whether a kind of chat is one with a buyer; others are with the marketplace itself.</summary>
    public static bool IsWithABuyer(string? kind) => kind?.Replace("_", "", StringComparison.Ordinal).StartsWith("BuyerSeller", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>Whether a buyer speaks; where nothing is said, it may be one.</summary>
    /// <remarks>The official samples write "Customer" with a Cyrillic first letter.</remarks>
    public static bool IsABuyer(string? speaker) => speaker is null || speaker.EndsWith("ustomer", StringComparison.OrdinalIgnoreCase) || speaker.Equals("buyer", StringComparison.OrdinalIgnoreCase);
}
