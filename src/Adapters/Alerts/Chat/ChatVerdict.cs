using System.Globalization;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>What all vendors' answers have in common. Reasons carry codes and the settings to change, never an answer's text, an address or a secret.</summary>
internal static class ChatVerdict
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Between a second and an hour, whatever was told: a wrong number must not silence a chat for good.</summary>
    public static Delivery Busy(TimeSpan told) => new Delivery.Busy(told < Shortest ? Shortest : told > LongestWait ? LongestWait : told);

    public static Delivery Refused(ChatOptions chat, string what) => new Delivery.Refused($"Chat {chat.Name}: {what}");

    /// <summary>By the status alone, where it says enough; null where the body has the say.</summary>
    public static Delivery? OfStatus(ChatAnswer answer, ChatOptions chat) => answer.Status switch
    {
        429 => Busy(answer.RetryAfter ?? chat.Pause),
        408 or >= 500 => new Delivery.Undecided(Answered(answer, chat)),
        >= 300 and < 400 => Refused(chat, $"redirected elsewhere, which is not followed; check {chat.Setting("Url")}."),
        _ => null,
    };

    /// <summary>An answer without the vendor's words: a refusal of whoever answered in its place, or a success that proves nothing.</summary>
    public static Delivery Unreadable(ChatAnswer answer, ChatOptions chat) => answer.Status >= 400
        ? Refused(chat, string.Create(CultureInfo.InvariantCulture, $"answered {answer.Status} without the words of its interface; check {chat.Setting("Url")} and what stands between here and there."))
        : new Delivery.Undecided(Answered(answer, chat) + " without the words of its interface.");

    private static string Answered(ChatAnswer answer, ChatOptions chat) => string.Create(CultureInfo.InvariantCulture, $"Chat {chat.Name} answered {answer.Status}");
}
