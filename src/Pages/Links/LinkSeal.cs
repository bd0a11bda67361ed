using System.Buffers.Text;
using NodaTime;
using ShipBy.Application.Settings;
using ShipBy.Domain.Links;
using ShipBy.Pages.Access;

namespace ShipBy.Pages.Links;

/// <summary>Writes links as tokens that nobody else can make, and opens them.</summary>
/// <remarks>
/// A token is <c>content.seal.version</c>, fit for an address as it is; the seal is HMAC-SHA256 over the content's text. The version stands last: where a program
/// finds addresses in plain text it may leave a final <c>-</c> or <c>_</c> out, which the other parts may end in.
/// </remarks>
public sealed class LinkSeal(GuardOptions guard)
{
    /// <value>The web server before functions on Windows takes 260 characters between two slashes; what is longer is refused unread.</value>
    public const int MaxLength = 250;

    private const string Version = "1";

    private const string LinkPurpose = "alert link " + Version;

    private const string PressPurpose = "alert link pressed " + Version;

    private readonly IReadOnlyList<byte[]> _keys = LinkKeys.Of(guard);

    /// <value>False: there is no secret, and no message has links.</value>
    public bool CanSign => guard.LinkSecret.Length > 0 ? guard.LinkSecret.Length >= DeskAccess.MinKeyLength : guard.DeskKey.Length >= DeskAccess.MinKeyLength;

    /// <returns>The link's token; null without a secret, and for an order whose number is too long for an address.</returns>
    public string? Sign(AlertLink link)
    {
        if (!CanSign || LinkContent.Write(link) is not { } content)
        {
            return null;
        }

        var text = Base64Url.EncodeToString(content);
        var token = $"{text}.{Seal.Of(_keys[0], LinkPurpose, text)}.{Version}";
        return token.Length <= MaxLength ? token : null;
    }

    public LinkCheck Check(string token, Instant now)
    {
        if (token.Length > MaxLength || token.Split('.') is not [var text, var seal, Version] || !Fits(LinkPurpose, text, seal) || LinkContent.Read(Base64Url.DecodeFromChars(text)) is not { } link)
        {
            return new LinkCheck.Wrong();
        }

        // The named second itself is already past, as with the tickets of the page.
        return now < link.Expires ? new LinkCheck.Good(link) : new LinkCheck.Expired(link);
    }

    /// <summary>What the button of a link's page sends along: an address alone presses nothing.</summary>
    public string PressOf(string token) => Seal.Of(_keys[0], PressPurpose, token);

    public bool IsPress(string token, string? text) => Fits(PressPurpose, token, text);

    // Every key is tried, whichever fits: how long it takes tells nothing.
    private bool Fits(string purpose, string text, string? seal) => _keys.Aggregate(false, (fits, key) => fits | Seal.Fits(key, purpose, text, seal));
}
