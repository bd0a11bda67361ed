using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Settings;
using ShipBy.Domain.Links;
using ShipBy.Pages.Links;

namespace ShipBy.Pages.Letters;

/// <summary>The links by which a letter's reader answers to one line of it, without login.</summary>
/// <remarks>They follow from the notice alone: written anew after a crash, a letter has the same ones.</remarks>
internal sealed class LetterLinks(Notice notice, GuardOptions guard, Instant now)
{
    /// <value>Lines with links, the most urgent ones; further ones are answered on the page. Two links take some 600 bytes of a letter.</value>
    public const int MaxLines = 20;

    private static readonly Duration PastTheDeadline = Duration.FromDays(1);

    private readonly string? _address = DeskLink.AddressOf(guard.PublicUrl);

    private readonly LinkSeal _seal = new(guard);

    /// <returns>Null without an address or a secret, and where nothing is left to do.</returns>
    public string? Acknowledge(WarningLine line) => line.IsOvertaken ? null : To(line, LinkAction.Acknowledge);

    /// <inheritdoc cref="Acknowledge"/>
    public string? Snooze(WarningLine line) => line.IsOvertaken || line.Deadline <= now ? null : To(line, LinkAction.Snooze);

    private string? To(WarningLine line, LinkAction action) =>
        _address is not null && _seal.Sign(new AlertLink(action, line.Order, line.Deadline, notice.Id, notice.Route, ExpiryOf(line))) is { } token
            ? $"{_address}/api/a/{token}"
            : null;

    private Instant ExpiryOf(WarningLine line) => Instant.FromUnixTimeSeconds(
        Instant.Max(notice.CreatedAt + Duration.FromTimeSpan(guard.LinkLifetime), line.Deadline + PastTheDeadline).ToUnixTimeSeconds());
}
