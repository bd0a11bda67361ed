using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Layout;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Links;

/// <summary>The page behind a link of a message, in words: what is true about its order, and what a button would do.</summary>
public sealed record LinkModel
{
    private const int MaxName = 120;

    public required Sheet Sheet { get; init; }

    public required string Title { get; init; }

    /// <value>Null where nothing is known, or nothing of it is open.</value>
    public OrderCard? Order { get; init; }

    /// <value>What is to be said first: what came of it, or why nothing can; null when there is only the button.</value>
    public string? Notice { get; init; }

    /// <value>Whether the button has just done its work.</value>
    public bool IsDone { get; init; }

    /// <value>Who takes care of the order now; null where it does not matter.</value>
    public string? Attention { get; init; }

    /// <value>Null: there is nothing to press.</value>
    public PressForm? Form { get; init; }

    /// <value>The page of today at the order, relative to this page; null when that page is closed.</value>
    public string? Desk { get; init; }

    /// <param name="Overdue">Whether the deadline has passed.</param>
    public sealed record OrderCard(string Shop, string Goods, string TimeLeft, string Deadline, bool Overdue);

    /// <param name="Heading">Null for an acknowledgement, whose one button says it all.</param>
    /// <param name="Effect">What pressing comes to.</param>
    /// <param name="Seal">Goes along with the button.</param>
    public sealed record PressForm(string? Heading, string Effect, string Seal, IReadOnlyList<Choice> Choices);

    /// <param name="Time">Name of a <see cref="SnoozeTime"/>; null where there is nothing to choose.</param>
    public sealed record Choice(string? Time, string Label);

    /// <summary>A link that does nothing, whatever its order.</summary>
    internal static LinkModel Invalid(Sheet sheet, string notice) => new() { Sheet = sheet, Title = sheet.Words.Link.InvalidTitle, Notice = notice };

    /// <param name="seal">For the form.</param>
    internal static LinkModel Of(Sheet sheet, AlertLink link, LinkSight sight, ShopClock clock, Instant now, string seal)
    {
        var order = OrderOf(sight);
        return new LinkModel
        {
            Sheet = sheet,
            Title = Plain.Cut(Plain.OneLine(link.Order.Number), MaxName),
            Order = order?.State.IsOpen() == true ? CardOf(order, clock, sheet.Words, now) : null,
            Notice = NoticeOf(sight, clock, sheet.Words),
            IsDone = sight is LinkSight.Done,
            Attention = order?.State.IsOpen() == true ? AttentionText.Tell(order.Acknowledged, order.ShipBy, clock, sheet.Words, now) ?? sheet.Words.Link.NobodyYet : null,
            Form = sight is LinkSight.Open open ? FormOf(link, open, clock, sheet.Words, seal) : null,
        };
    }

    private static Order? OrderOf(LinkSight sight) => sight switch
    {
        LinkSight.Open(var order, _) => order,
        LinkSight.Done(var order) => order,
        LinkSight.Used(var order) => order,
        LinkSight.Answered(var order) => order,
        LinkSight.TooLate(var order) => order,
        LinkSight.Moved(var order) => order,
        LinkSight.Closed(var order) => order,
        var unknown => throw new InvalidOperationException($"No page is written for {unknown}."),
    };

    private static OrderCard CardOf(Order order, ShopClock clock, Words words, Instant now) => new(
        Plain.Cut(Plain.OneLine(order.Key.Shop), MaxName),
        Plain.OneLine(Application.Alerts.WarningLines.Goods(order)),
        TimeLeft.Tell(order.ShipBy - now, words.Time),
        order.ShipBy is { } deadline ? $"{words.Today.HandOverBy} {clock.Tell(deadline)}" : "",
        order.ShipBy < now);

    private static string? NoticeOf(LinkSight sight, ShopClock clock, Words words) => sight switch
    {
        LinkSight.Done => words.Link.Done,
        LinkSight.Used => words.Link.Used,
        LinkSight.TooLate => words.Link.TooLate,
        LinkSight.Moved(var order) => words.Link.Moved(order.ShipBy is { } deadline ? clock.Tell(deadline) : words.Time.NoDeadline),
        LinkSight.Closed({ State: OrderState.Shipped }) => words.Link.Shipped,
        LinkSight.Closed({ State: OrderState.Cancelled }) => words.Link.Cancelled,
        LinkSight.Closed => words.Link.Gone,
        _ => null,
    };

    private static PressForm FormOf(AlertLink link, LinkSight.Open open, ShopClock clock, Words words, string seal) => link.Action == LinkAction.Snooze
        ? new PressForm(words.Link.Later, words.Link.SnoozeHint, seal, [.. open.Offers.Select(offer => new Choice(offer.Time.ToString(), words.Link.SnoozeUntil(clock.TellShort(offer.Until))))])
        : new PressForm(null, words.Link.Effect(open.Offers[0].End, clock.TellShort(open.Offers[0].Until)), seal, [new Choice(null, words.Today.Acknowledge)]);
}
