using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Settings;
using ShipBy.Domain.Links;
using ShipBy.Pages.Links;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Letters;

/// <summary>The links by which a letter's reader answers to one line of it, without login.</summary>
/// <remarks>They follow from the notice alone: written anew after a crash, a letter has the same ones.</remarks>
internal sealed class LetterLinks(Notice notice, GuardOptions guard, Words words, Instant now)
{
    /// <value>Lines with such links, the most urgent ones; further ones are answered on the page. Two links take some 500 bytes of a letter.</value>
    public const int MaxLines = 20;

    private static readonly Duration PastTheDeadline = Duration.FromDays(1);

    private readonly string? _address = DeskLink.AddressOf(guard.PublicUrl);

    private readonly LinkSeal _seal = new(guard);

    /// <param name="index">Of the line in its letter.</param>
    /// <returns>The row with links that answer to it in place of the one to the page, which theirs lead to; as it was where there is no secret, or nothing is left to do.</returns>
    public LetterRow In(LetterRow row, WarningLine line, int index)
    {
        LetterLink[] answers = index >= MaxLines || line.IsOvertaken ? [] :
        [
            .. To(line, LinkAction.Acknowledge, words.Today.Acknowledge),
            .. line.Deadline > now ? To(line, LinkAction.Snooze, words.Link.Later) : [],
        ];
        return answers.Length == 0 ? row : row with { Links = answers };
    }

    private IEnumerable<LetterLink> To(WarningLine line, LinkAction action, string says) =>
        _address is not null && _seal.Sign(new AlertLink(action, line.Order, line.Deadline, notice.Id, notice.Route, ExpiryOf(line))) is { } token
            ? [new LetterLink($"{_address}/api/a/{token}", says)]
            : [];

    private Instant ExpiryOf(WarningLine line) => Instant.FromUnixTimeSeconds(
        Instant.Max(notice.CreatedAt + Duration.FromTimeSpan(guard.LinkLifetime), line.Deadline + PastTheDeadline).ToUnixTimeSeconds());
}
