using ShipBy.Domain.Deadlines;

namespace ShipBy.Pages.Wording;

/// <summary>The texts of the page of today.</summary>
public sealed class TodayWords(Texts texts)
{
    /// <param name="shipments">How many, in words.</param>
    /// <param name="at">A moment.</param>
    public string BatchUnfinished(string shipments, string at) => texts.Say("BatchUnfinished", ("shipments", shipments), ("at", at));

    public string BatchGoOn => texts.Say();

    public string Title => texts.Say();

    public string Open => texts.Say();

    public string Overdue => texts.Say();

    public string OutOfStock => texts.Say();

    public string SetAside => texts.Say();

    public string ShippedToday => texts.Say();

    public string MailsToday => texts.Say();

    public string OverdueHeading => texts.Say();

    public string SoonHeading => texts.Say();

    public string LaterHeading => texts.Say();

    public string NoDeadlineHeading => texts.Say();

    public string HandOverBy => texts.Say();

    public string Warned => texts.Say();

    public string NotWarned => texts.Say();

    public string Carrier => texts.Say();

    public string Reason => texts.Say();

    public string Acknowledge => texts.Say();

    public string Gone => texts.Say();

    public string Problems => texts.Say();

    public string Shops => texts.Say();

    public string NeverRead => texts.Say();

    public string EmptyHeading => texts.Say();

    public string Empty => texts.Say();

    public string NoContact => texts.Say();

    /// <param name="at">The moment that the page was computed for.</param>
    public string AsOf(string at, string zone) => texts.Say("AsOf", ("at", at), ("zone", zone));

    /// <param name="until">The moment until which it stays silent.</param>
    public string Acknowledged(string by, string until) => texts.Say("Acknowledged", ("by", by), ("until", until));

    /// <value>Heads what is offered beside acknowledging.</value>
    public string TendSummary => texts.Say();

    public string SnoozeLabel => texts.Say();

    public string OwnerLabel => texts.Say();

    public string Assign => texts.Say();

    public string Snooze(SnoozeTime time) => texts.Say($"Snooze.{time}");

    /// <param name="until">The moment at which it is named again.</param>
    public string Snoozed(string by, string until) => texts.Say("Snoozed", ("by", by), ("until", until));

    /// <param name="name">Of who takes care of an order.</param>
    public string Owner(string name) => texts.Say("Owner", ("name", name));

    /// <param name="at">The moment at which the second contact was told.</param>
    public string Escalated(string at) => texts.Say("Escalated", ("at", at));

    /// <param name="at">A moment.</param>
    /// <param name="ago">How long ago that is.</param>
    public string LastRead(string at, string ago) => texts.Say("LastRead", ("at", at), ("ago", ago));

    /// <param name="shipments">How many further orders are open that the page does not list.</param>
    public string More(string shipments) => texts.Say("More", ("shipments", shipments));
}
