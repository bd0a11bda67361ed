namespace ShipBy.Pages.Wording;

/// <summary>The texts of the page of today.</summary>
public sealed record TodayWords
{
    public required string Title { get; init; }

    /// <value>Takes the moment that the page was computed for and the name of the time zone.</value>
    public required Func<string, string, string> AsOf { get; init; }

    public required string SkipToOrders { get; init; }

    public required string Open { get; init; }

    public required string Overdue { get; init; }

    public required string OutOfStock { get; init; }

    public required string SetAside { get; init; }

    public required string ShippedToday { get; init; }

    public required string MailsToday { get; init; }

    public required string OverdueHeading { get; init; }

    public required string SoonHeading { get; init; }

    public required string LaterHeading { get; init; }

    public required string NoDeadlineHeading { get; init; }

    public required string HandOverBy { get; init; }

    public required string Warned { get; init; }

    public required string NotWarned { get; init; }

    public required string Carrier { get; init; }

    public required string Reason { get; init; }

    public required string Acknowledge { get; init; }

    /// <value>Who acknowledged, and until when it stays silent.</value>
    public required Func<string, string, string> Acknowledged { get; init; }

    public required string Gone { get; init; }

    public required string Problems { get; init; }

    public required string Shops { get; init; }

    /// <value>Takes a moment and how long ago that is.</value>
    public required Func<string, string, string> LastRead { get; init; }

    public required string NeverRead { get; init; }

    public required string EmptyHeading { get; init; }

    public required string Empty { get; init; }

    public required string NoContact { get; init; }

    /// <value>How many further orders are open that the page does not list.</value>
    public required Func<string, string> More { get; init; }
}
