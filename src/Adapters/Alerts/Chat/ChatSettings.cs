using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>Reads <c>Alerts__Chats__&lt;name&gt;__*</c> and judges every setting when the host starts.</summary>
/// <remarks>By hand and not by the binder, whose errors quote the value: it may be a token in the wrong place. Two chats of one name cannot be: settings know no upper case.</remarks>
internal static class ChatSettings
{
    /// <value>Room for a subject and a link; in either unit.</value>
    public const int ShortestLimit = 200;

    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(20);

    public static void Read(IConfiguration chats, ChatReading reading)
    {
        foreach (var section in chats.GetChildren())
        {
            var before = reading.Flaws.Count;
            if (NameFlawOf(section.Key) is { } flaw)
            {
                reading.Flaws.Add(flaw);
            }
            else if (ReadOne(section, reading.Flaws) is { } chat && reading.Flaws.Count == before)
            {
                reading.Chats.Add(chat);
            }
        }
    }

    private static string? NameFlawOf(string name) => name switch
    {
        { Length: > 40 } => "Alerts__Chats holds a name that is too long; use 1 to 40 letters, digits or dashes.",
        _ when !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-') => "Alerts__Chats holds a name with other characters than letters, digits and dashes; rename that chat.",
        _ when name.ToUpperInvariant() is "MAIL" or "MAIL-2" => $"Alerts__Chats__{name} bears the name of the mail channel; rename that chat.",
        _ => null,
    };

    private static ChatOptions? ReadOne(IConfigurationSection section, List<string> flaws)
    {
        string Setting(string field) => $"Alerts__Chats__{section.Key}__{field}";
        string Text(string field, string usually = "") => section[field]?.Trim() is { Length: > 0 } text ? text : usually;

        if (ChatKind.Find(Text("Kind")) is not { } kind)
        {
            flaws.Add($"{Setting("Kind")} is none of {string.Join(", ", ChatKind.All.Select(known => known.Name))}.");
            return null;
        }

        TimeSpan Span(string field, TimeSpan usually, TimeSpan most)
        {
            var span = usually;
            var isOne = Text(field) is not { Length: > 0 } text || TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out span);
            Check(isOne && span >= TimeSpan.FromSeconds(1) && span <= most, $"{Setting(field)} must be from 00:00:01 to {most:c}.");
            return span;
        }

        int Count(string field, int usually, int least, int most)
        {
            var count = usually;
            var isOne = Text(field) is not { Length: > 0 } text || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);
            Check(isOne && count >= least && count <= most, $"{Setting(field)} must be from {least} to {most}.");
            return count;
        }

        void Check(bool isSound, string flaw)
        {
            if (!isSound)
            {
                flaws.Add(flaw);
            }
        }

        var chat = new ChatOptions
        {
            Name = section.Key,
            Kind = kind.Name,
            Url = Text("Url"),
            Token = Text("Token"),
            ChatId = Text("ChatId"),
            Secret = Text("Secret"),
            Contact = Text("Contact", "first"),
            From = Text("From", "warning"),
            Timeout = Span("Timeout", UsualTimeout, TimeSpan.FromMinutes(5)),
            Pause = Span("Pause", kind.Pause, TimeSpan.FromHours(1)),
            PerMinute = Count("PerMinute", kind.PerMinute, 1, 600),
            Longest = Count("Longest", kind.Longest, ShortestLimit, kind.LongestAllowed),
        };
        Check(chat.Contact is "first" or "second", $"{Setting("Contact")} is none of first, second.");
        Check(chat.From is "info" or "warning" or "critical", $"{Setting("From")} is none of info, warning, critical.");
        Check(chat.Url.Length == 0 || IsSafe(chat.Url), $"{Setting("Url")} is no https address without user name and fragment (plain http is for this machine only); copy it again from the vendor.");
        flaws.AddRange(chat.Url.Length == 0 || IsSafe(chat.Url) ? kind.Flaws(chat) : []);
        return chat;
    }

    private static bool IsSafe(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address is { UserInfo: "", Fragment: "" };
}
