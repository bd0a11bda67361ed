using System.Text.Json;
using System.Text.RegularExpressions;
using ShipBy.Adapters.Webhooks;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>A Telegram bot (Bot API, <c>sendMessage</c>).</summary>
/// <remarks>
/// The token is part of the path (documented). At most 4096 characters a message (documented). About one message a second in a chat, 20 a minute in a group, 30 a second
/// in all; more for a short while, and the true limits are nobody's promise (documented as such). "Too many" is status 429 with <c>parameters.retry_after</c> in seconds
/// (documented). Texts of errors are reported, not documented: they choose the words of a remedy, never the outcome.
/// </remarks>
internal sealed partial class TelegramChat(ChatOptions chat) : IChatVendor
{
    public static readonly ChatKind Kind = new(
        "telegram", 4096, 4096, ChatUnit.Characters, PerMinute: 10, Pause: TimeSpan.FromMinutes(1), FlawsOf, chat => new TelegramChat(chat));

    public bool DropsDoubles => false;

    public ChatRequest Write(Guid id, Letter letter, DateTimeOffset now)
    {
        var home = chat.Url.Length == 0 ? "https://api.telegram.org" : chat.Url.TrimEnd('/');
        return ChatRequest.Of(new SecretAddress(new Uri($"{home}/bot{chat.Token}/sendMessage"), "/bot{token}/sendMessage"), new
        {
            chat_id = chat.ChatId,
            text = ChatText.Cut(Mentions.Disarm(letter), chat.Longest, Kind.Unit),      // without parse_mode nothing in it is markup
            link_preview_options = new { is_disabled = true },                          // a preview would have Telegram's servers open the link
        });
    }

    public Delivery Read(ChatAnswer answer)
    {
        var code = answer.Number("error_code") ?? answer.Status;
        return code == 429
            ? ChatVerdict.Busy(Told(answer) ?? answer.RetryAfter ?? chat.Pause)
            : ChatVerdict.OfStatus(answer, chat) ?? IsOk(answer) switch
            {
                true => new Delivery.Accepted(),
                false => ChatVerdict.Refused(chat, $"Telegram answered {code}: {Remedy(code, answer.Text("description"))}"),
                null => ChatVerdict.Unreadable(answer, chat),
            };
    }

    private string Remedy(int code, string said) => code switch
    {
        401 or 404 => $"it does not know the bot; check {chat.Setting("Token")}, and whether @BotFather gave out a new one.",
        403 => $"the bot was blocked or removed; let it into the chat of {chat.Setting("ChatId")} again (a person must press Start once).",
        _ when said.Contains("upgraded to a supergroup", StringComparison.OrdinalIgnoreCase) => $"the group has become a supergroup and bears a new number; set {chat.Setting("ChatId")} to it.",
        _ when said.Contains("chat not found", StringComparison.OrdinalIgnoreCase) => $"there is no such chat, or the bot was never let into it; check {chat.Setting("ChatId")}.",
        _ when said.Contains("not enough rights", StringComparison.OrdinalIgnoreCase) => $"the bot may not write in the chat of {chat.Setting("ChatId")}; give it the right.",
        _ when said.Contains("too long", StringComparison.OrdinalIgnoreCase) => $"the text is too long; lower {chat.Setting("Longest")}.",
        _ => $"check {chat.Setting("ChatId")}.",
    };

    private static bool? IsOk(ChatAnswer answer) => answer.Body.ValueKind == JsonValueKind.Object && answer.Body.TryGetProperty("ok", out var ok)
        ? ok.ValueKind == JsonValueKind.True
        : null;

    private static TimeSpan? Told(ChatAnswer answer) => answer.Within("parameters").Number("retry_after") is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static IEnumerable<string> FlawsOf(ChatOptions chat)
    {
        if (!Token().IsMatch(chat.Token))
        {
            yield return $"{chat.Setting("Token")} is no bot's token (a number, a colon, a key): take it from @BotFather.";
        }

        if (!ChatId().IsMatch(chat.ChatId))
        {
            yield return $"{chat.Setting("ChatId")} is neither a chat's number (negative for groups) nor @name: take it from the bot's getUpdates after somebody wrote to it.";
        }

        if (chat.Url.Contains('?', StringComparison.Ordinal))
        {
            yield return $"{chat.Setting("Url")} holds more than the home of a Bot API: leave it out for Telegram's own.";
        }
    }

    [GeneratedRegex(@"\A[0-9]+:[A-Za-z0-9_-]{20,}\z")]
    private static partial Regex Token();

    [GeneratedRegex(@"\A(-?[0-9]+|@[A-Za-z0-9_]+)\z")]
    private static partial Regex ChatId();
}
