using ShipBy.Adapters.Alerts.Chat.Webhook;

namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>What a vendor's chats have in common. Numbers are defaults: each can be set for a chat.</summary>
/// <param name="Longest">Longest text that is sent, in <paramref name="Unit"/>.</param>
/// <param name="LongestAllowed">What <c>Longest</c> may be raised to: more is certain to be refused.</param>
/// <param name="PerMinute">Half of what the vendor allows or less, so that two of our minutes that meet do not overrun one of its own.</param>
/// <param name="Pause">The vendor's window: how long "too many" lasts where the answer does not say.</param>
/// <param name="Flaws">What is wrong with the settings that only this vendor asks for.</param>
internal sealed record ChatKind(
    string Name,
    int Longest,
    int LongestAllowed,
    ChatUnit Unit,
    int PerMinute,
    TimeSpan Pause,
    Func<ChatOptions, IEnumerable<string>> Flaws,
    Func<ChatOptions, IChatVendor> Open)
{
    public static IReadOnlyList<ChatKind> All => [TelegramChat.Kind, WeComChat.Kind, DingTalkChat.Kind, FeishuChat.Kind, SignedWebhook.Kind];

    public static ChatKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
