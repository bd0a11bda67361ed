using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Application.Settings;
using ShipBy.Pages.Rendering;

namespace ShipBy.Pages.Access;

/// <summary>Who may see the page: everything follows from the desk key and the clock, nothing is stored. A new key shuts everybody out.</summary>
public sealed class DeskAccess(IOptions<GuardOptions> options, TimeProvider time)
{
    public const int MinKeyLength = 16;

    private const int MaxNameLength = 40;

    private const string OwnerPurpose = "session";

    private const string PackerPurpose = "session of a packer";

    private const string FormPurpose = "form";

    /// <value>How long a browser stays signed in: 30 days from entering.</value>
    public static TimeSpan SessionLifetime { get; } = TimeSpan.FromDays(30);

    /// <value>False closes every page: there is no key, or one that could be guessed.</value>
    public bool IsOpen => Key.Length >= MinKeyLength;

    public bool HasKey => Key.Length > 0;

    private string Key => options.Value.DeskKey;

    /// <returns>What a key opens the desk for; null for a wrong one, or one too short to be one.</returns>
    public DeskRole? RoleOf(string? key) => (IsOpen, key?.Trim()) switch
    {
        (false, _) or (_, null) => null,
        (_, { } text) when Seal.SameSecret(Key, text) => DeskRole.Owner,
        (_, { } text) when options.Value.PackerKey.Length >= MinKeyLength && Seal.SameSecret(options.Value.PackerKey, text) => DeskRole.Packer,
        _ => null,
    };

    public TicketCheck Check(string ticket) => Open(ticket, TicketIssuer.Purpose, Key) switch
    {
        null => new TicketCheck.Wrong(),
        { Expires: var expires } when IsPast(expires) => new TicketCheck.Expired(),
        { Expires: var expires, Content: var nonce } => new TicketCheck.Good(nonce, Instant.FromUnixTimeSeconds(expires)),
    };

    /// <returns>The value of a cookie for a browser that has entered.</returns>
    public string NewSession(string by, DeskRole role)
    {
        var name = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Plain.Cut(Plain.OneLine(by), MaxNameLength)));
        var text = $"{(time.GetUtcNow() + SessionLifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}.{name}";
        return $"{text}.{Seal.Of(KeyOf(role), PurposeOf(role), text)}";
    }

    /// <returns>Null when there is no cookie, or it is not ours or too old.</returns>
    public DeskSession? SessionOf(string? cookie) => cookie is null ? null : SessionOf(cookie, DeskRole.Owner) ?? SessionOf(cookie, DeskRole.Packer);

    private DeskSession? SessionOf(string cookie, DeskRole role) => Open(cookie, PurposeOf(role), KeyOf(role)) is { } content && !IsPast(content.Expires)
        ? new DeskSession(cookie, Encoding.UTF8.GetString(Base64Url.DecodeFromChars(content.Content)), role)
        : null;

    private static string PurposeOf(DeskRole role) => role == DeskRole.Owner ? OwnerPurpose : PackerPurpose;

    /// <remarks>A packer's session hangs on the packers' key too: a new one shuts them out, and nobody else.</remarks>
    private string KeyOf(DeskRole role) => role == DeskRole.Owner ? Key : $"{Key}\n{options.Value.PackerKey}";

    /// <summary>What every form of a session carries, so that no other site can make the browser send one.</summary>
    public string FormToken(DeskSession session) => Seal.Of(Key, FormPurpose, session.Proof);

    public bool IsFormToken(DeskSession session, string? token) => Seal.Fits(Key, FormPurpose, session.Proof, token);

    // The named second itself is already past: a lifetime of 15 minutes is not 15 minutes and one second.
    private bool IsPast(long expires) => time.GetUtcNow().ToUnixTimeSeconds() >= expires;

    private (long Expires, string Content)? Open(string text, string purpose, string key) =>
        IsOpen
        && text.Split('.') is [var expires, var content, var seal]
        && Seal.Fits(key, purpose, $"{expires}.{content}", seal)
        && long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
            ? (second, content)
            : null;
}
