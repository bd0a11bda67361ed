using System.Text.RegularExpressions;
using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>
/// Takes the power to call people out of a text that others wrote: a product named <c>@everyone</c> or <c>&lt;at user_id="all"&gt;</c> must not wake a group.
/// </summary>
/// <remarks>
/// Plain text is not plain everywhere: Feishu's knows <c>&lt;at …&gt;</c> and WeCom's <c>&lt;@userid&gt;</c> (documented), Telegram links <c>@name</c> (documented).
/// The signs are replaced by their full-width twins, which no vendor reads and everybody can. Addresses of pages and of mail stay as they are.
/// </remarks>
internal static partial class Mentions
{
    public static Letter Disarm(Letter letter) => letter with { Subject = Disarm(letter.Subject), Text = Disarm(letter.Text) };

    private static string Disarm(string text) => Sign().Replace(text, match => match.Value switch
    {
        "@" => "＠",
        "<" => "＜",
        var address => address,
    });

    [GeneratedRegex(@"https?://[^\s<]+|(?<![A-Za-z0-9._%+-])@|<")]
    private static partial Regex Sign();
}
