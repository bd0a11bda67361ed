namespace ShipBy.Pages.Wording;

/// <summary>The texts of the page of today.</summary>
public sealed class TodayWords(Texts texts)
{
    public string Title => texts.Say();

    public string SkipToOrders => texts.Say();

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

    /// <param name="at">A moment.</param>
    /// <param name="ago">How long ago that is.</param>
    public string LastRead(string at, string ago) => texts.Say("LastRead", ("at", at), ("ago", ago));

    /// <param name="shipments">How many further orders are open that the page does not list.</param>
    public string More(string shipments) => texts.Say("More", ("shipments", shipments));
}
