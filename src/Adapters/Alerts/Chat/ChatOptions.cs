namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>One chat that notices go to (<c>Alerts__Chats__&lt;name&gt;__*</c>), judged and with its kind's defaults filled in; see <see cref="ChatSettings"/>.</summary>
/// <remarks>A class and no record: a record would print its secrets.</remarks>
public sealed class ChatOptions
{
    /// <value>1 to 40 letters, digits or dashes; not <c>mail</c> or <c>mail-2</c>.</value>
    public required string Name { get; init; }

    /// <value><c>telegram</c>, <c>wecom</c>, <c>dingtalk</c>, <c>feishu</c> or <c>webhook</c>.</value>
    public required string Kind { get; init; }

    /// <value>A group robot's whole address, its key included; a webhook's address; or another home for the vendor's interface. Empty: the vendor's own.</value>
    public string Url { get; init; } = "";

    /// <value>A Telegram bot's token, or a group robot's key where <see cref="Url"/> does not hold it.</value>
    public string Token { get; init; } = "";

    /// <value>Telegram's chat: its number (negative for groups), or <c>@name</c> of a public one.</value>
    public string ChatId { get; init; } = "";

    /// <value>What requests are signed with; not at Telegram and WeCom.</value>
    public string Secret { get; init; } = "";

    /// <value>How long one call may take, 1 second to 5 minutes.</value>
    public TimeSpan Timeout { get; init; }

    /// <value><c>first</c>, or <c>second</c>: used for escalation alone.</value>
    public string Contact { get; init; } = "first";

    /// <value>The least severity that goes here: <c>info</c>, <c>warning</c> or <c>critical</c>.</value>
    public string From { get; init; } = "warning";

    /// <value>Notices a minute by all instances together, 1 to 600.</value>
    public int PerMinute { get; init; }

    /// <value>How long to leave the chat alone after "too many" where the answer names no time, 1 second to 1 hour.</value>
    public TimeSpan Pause { get; init; }

    /// <value>Longest text, in the unit of its kind; at least <see cref="ChatSettings.ShortestLimit"/>.</value>
    public int Longest { get; init; }

    /// <summary>What the seller calls one of these settings.</summary>
    internal string Setting(string field) => $"Alerts__Chats__{Name}__{field}";
}
