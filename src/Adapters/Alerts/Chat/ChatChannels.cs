using ShipBy.Adapters.Webhooks;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>The seller's chats, opened over one HTTP client.</summary>
public sealed class ChatChannels : IDisposable
{
    private readonly HttpClient _http = new(SecretAddressHandler.OverSockets())
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,        // the channel ends a call
        MaxResponseContentBufferSize = 64 * 1024,                   // what is larger is no answer
    };

    /// <param name="chats">Sound ones; see <see cref="ChatSettings"/>.</param>
    public ChatChannels(IEnumerable<ChatOptions> chats, MachineClock clock) =>
        Routes = [.. chats.Select(chat => new ChatRoute(chat.Name, chat.Contact, chat.From, chat.PerMinute, Open(chat, clock)))];

    /// <value>In the order of their names.</value>
    public IReadOnlyList<ChatRoute> Routes { get; }

    public void Dispose() => _http.Dispose();

    private ChatChannel Open(ChatOptions chat, MachineClock clock) => new(
        ChatKind.Find(chat.Kind)?.Open(chat) ?? throw new ArgumentException($"No chat is of the kind {chat.Kind}.", nameof(chat)), chat, _http, clock.Time);
}
