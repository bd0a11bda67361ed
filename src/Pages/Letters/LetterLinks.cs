using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Settings;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Transit;
using ShipBy.Pages.Links;
using ShipBy.Pages.Wording;

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

    /// <summary>The row with its answers before the link to the page; the same row without an address or a secret, and where nothing is left to do.</summary>
    /// <param name="index">Its place among the lines; parcels come after the orders.</param>
    public LetterRow Onto(LetterRow row, WarningLine line, int index, Words words)
    {
        LetterLink?[] answers = line.IsOvertaken || index >= MaxLines
            ? []
            :
            [
                To(LinkAction.Acknowledge, line.Order, line.Deadline, null, words.Today.Acknowledge),
                line.Deadline > now ? To(LinkAction.Snooze, line.Order, line.Deadline, null, words.Link.Later) : null,
            ];
        return row with { Links = [.. answers.OfType<LetterLink>(), .. row.Links] };
    }

    /// <inheritdoc cref="Onto(LetterRow, WarningLine, int, Words)"/>
    public ConsignmentText Onto(ConsignmentText parcel, ConsignmentLine line, int index, Words words)
    {
        LetterLink?[] answers = index >= MaxLines
            ? []
            :
            [
                To(LinkAction.Acknowledge, line.Order, line.Clock.Limit, line.Clock.Trouble, words.Today.Acknowledge),
                To(LinkAction.Settle, line.Order, line.Clock.Limit, line.Clock.Trouble, words.Transit.Settle),
            ];
        return parcel with { Links = [.. answers.OfType<LetterLink>(), .. parcel.Links] };
    }

    /// <param name="limit">The order's deadline, or the limit of its parcel.</param>
    /// <param name="trouble">Null for the order itself.</param>
    private LetterLink? To(LinkAction action, OrderKey order, Instant limit, ConsignmentTrouble? trouble, string says) =>
        _address is not null && _seal.Sign(new AlertLink(action, order, limit, notice.Id, notice.Route, ExpiryOf(limit)) { Trouble = trouble }) is { } token
            ? new LetterLink($"{_address}/api/a/{token}", says)
            : null;

    private Instant ExpiryOf(Instant limit) => Instant.FromUnixTimeSeconds(
        Instant.Max(notice.CreatedAt + Duration.FromTimeSpan(guard.LinkLifetime), limit + PastTheDeadline).ToUnixTimeSeconds());
}
