using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Transit;
using ShipBy.Pages.Layout;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Links;

/// <summary>The page behind a link of a message, in words: what is true about its order or its parcel, and what a button would do.</summary>
public sealed record LinkModel
{
    private const int MaxName = 120;

    public required Sheet Sheet { get; init; }

    public required string Title { get; init; }

    /// <value>Null where nothing is known, or nothing of it is open.</value>
    public LinkCard? Card { get; init; }

    /// <value>What is to be said first: what came of it, or why nothing can; null when there is only the button.</value>
    public string? Notice { get; init; }

    /// <value>Whether the button has just done its work.</value>
    public bool IsDone { get; init; }

    /// <value>Who takes care of it now; null where it does not matter.</value>
    public string? Attention { get; init; }

    /// <value>Null: there is nothing to press.</value>
    public PressForm? Form { get; init; }

    /// <value>The page of today at the order, relative to this page; null when that page is closed.</value>
    public string? Desk { get; init; }

    /// <param name="Heading">Null where one button says it all.</param>
    /// <param name="Effect">What pressing comes to.</param>
    /// <param name="Seal">Goes along with the button.</param>
    public sealed record PressForm(string? Heading, string Effect, string Seal, IReadOnlyList<Choice> Choices);

    /// <param name="Time">Name of a <see cref="SnoozeTime"/>; null where there is nothing to choose.</param>
    public sealed record Choice(string? Time, string Label);

    /// <summary>A link that does nothing, whatever it is about.</summary>
    internal static LinkModel Invalid(Sheet sheet, string notice) => new() { Sheet = sheet, Title = sheet.Words.Link.InvalidTitle, Notice = notice };

    /// <param name="seal">For the form.</param>
    internal static LinkModel Of(Sheet sheet, AlertLink link, LinkSight sight, ShopClock clock, Instant now, string seal) => new()
    {
        Sheet = sheet,
        Title = Plain.Cut(Plain.OneLine(link.Order.Number), MaxName),
        Card = LinkCard.Of(sight.Subject, clock, sheet.Words, now),
        Notice = NoticeOf(link, sight, clock, sheet.Words),
        IsDone = sight is LinkSight.Done,
        Attention = AttentionOf(sight, clock, sheet.Words, now),
        Form = sight is LinkSight.Open open ? FormOf(link, open, clock, sheet.Words, seal) : null,
    };

    private static string? NoticeOf(AlertLink link, LinkSight sight, ShopClock clock, Words words) => sight switch
    {
        LinkSight.Done => words.Link.Done,
        LinkSight.Used => words.Link.Used,
        LinkSight.TooLate => words.Link.TooLate,
        LinkSight.Moved(LinkSubject.AnOrder(var order)) => words.Link.Moved(order.ShipBy is { } deadline ? clock.Tell(deadline) : words.Time.NoDeadline),
        LinkSight.Moved => words.Link.ParcelMoved,
        LinkSight.Closed(LinkSubject.AnOrder({ State: OrderState.Shipped })) => words.Link.Shipped,
        LinkSight.Closed(LinkSubject.AnOrder({ State: OrderState.Cancelled })) => words.Link.Cancelled,
        LinkSight.Closed => link.Trouble is null ? words.Link.Gone : words.Link.ParcelGone,
        _ => null,
    };

    private static string? AttentionOf(LinkSight sight, ShopClock clock, Words words, Instant now) => (sight, sight.Subject) switch
    {
        (_, LinkSubject.AnOrder(var order)) => order.State.IsOpen() ? AttentionText.Tell(order.Acknowledged, order.ShipBy, clock, words, now) ?? words.Link.NobodyYet : null,
        (_, LinkSubject.AParcel(var parcel, { } limit, _)) => ConsignmentPolicy.IsAnswered(parcel, limit, now) ? words.Link.WasOnIt(parcel.Care!.By, clock.TellShort(parcel.Care.At)) : words.Link.NobodyYet,
        (LinkSight.Done or LinkSight.Used, null) => words.Link.Effect(QuietEnd.Never, until: ""),
        _ => null,
    };

    private static PressForm FormOf(AlertLink link, LinkSight.Open open, ShopClock clock, Words words, string seal) => link.Action == LinkAction.Snooze
        ? new PressForm(words.Link.Later, words.Link.SnoozeHint, seal, [.. open.Offers.Select(offer => new Choice(offer.Time.ToString(), words.Link.SnoozeUntil(clock.TellShort(offer.Until))))])
        : new PressForm(
            null,
            words.Link.Effect(open.Offers[0].End, clock.TellShort(open.Offers[0].Until)),
            seal,
            [new Choice(null, link.Action == LinkAction.Settle ? words.Transit.Settle : words.Today.Acknowledge)]);
}
