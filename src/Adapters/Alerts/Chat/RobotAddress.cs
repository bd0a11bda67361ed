using Microsoft.AspNetCore.WebUtilities;

namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>Where a group robot listens. Vendors give the seller one whole address; it goes into <c>Url</c> as it is, or its key alone into <c>Token</c>.</summary>
/// <param name="Home">The vendor's own, without the key.</param>
/// <param name="Key">The query parameter that holds the key; null where it is the last part of the path, behind <c>/hook/</c>.</param>
internal sealed record RobotAddress(string Home, string? Key)
{
    public Uri Of(ChatOptions chat)
    {
        var home = chat.Url.Length == 0 ? Home : chat.Url;
        return new Uri(chat.Token.Length == 0 ? home : Key is null ? $"{home.TrimEnd('/')}/{chat.Token}" : QueryHelpers.AddQueryString(home, Key, chat.Token));
    }

    public IEnumerable<string> Flaws(ChatOptions chat)
    {
        var isInUrl = chat.Url.Length > 0 && HoldsKey(new Uri(chat.Url));
        if (chat.Token.Length == 0 && !isInUrl)
        {
            yield return $"{chat.Setting("Url")} does not hold the robot's key: put its whole address there as the group's settings show it, or the key alone into {chat.Setting("Token")}.";
        }

        if (chat.Token.Length > 0 && isInUrl)
        {
            yield return $"{chat.Setting("Token")} is set though {chat.Setting("Url")} holds a key already: leave one of them out.";
        }

        if (!chat.Token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            yield return $"{chat.Setting("Token")} holds characters that no key has: copy it again from the robot's address.";
        }
    }

    private bool HoldsKey(Uri url) => Key is null
        ? url.AbsolutePath.Split("/hook/") is [_, { Length: > 0 }]
        : QueryHelpers.ParseQuery(url.Query).TryGetValue(Key, out var key) && key.ToString().Length > 0;
}
