namespace ShipBy.Pages.Wording;

/// <summary>The texts of the door: entering, and why one cannot.</summary>
public sealed record EnterWords
{
    public required string Title { get; init; }

    public required string ByTicket { get; init; }

    public required string ByKey { get; init; }

    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string NameHint { get; init; }

    public required string Enter { get; init; }

    public required string TryAgain { get; init; }

    public required string HowToGetALink { get; init; }

    public required string TicketExpired { get; init; }

    public required string TicketUsed { get; init; }

    public required string TicketWrong { get; init; }

    public required string KeyWrong { get; init; }

    public required string FormExpired { get; init; }

    public required string ClosedTitle { get; init; }

    public required string ClosedWithoutKey { get; init; }

    public required string ClosedByShortKey { get; init; }

    /// <value>Who acknowledged, when no name was given.</value>
    public required string Somebody { get; init; }
}
