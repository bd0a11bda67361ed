namespace ShipBy.Pages.Wording;

/// <summary>The texts of the door: entering, and why one cannot.</summary>
public sealed class EnterWords(Texts texts)
{
    public string Title => texts.Say();

    public string ByTicket => texts.Say();

    public string ByKey => texts.Say();

    public string Key => texts.Say();

    public string Name => texts.Say();

    public string NameHint => texts.Say();

    public string Enter => texts.Say();

    public string TryAgain => texts.Say();

    public string HowToGetALink => texts.Say();

    public string TicketExpired => texts.Say();

    public string TicketUsed => texts.Say();

    public string TicketWrong => texts.Say();

    public string KeyWrong => texts.Say();

    public string FormExpired => texts.Say();

    /// <value>Where no key opens the page.</value>
    public string ByPlatform => texts.Say();

    public string ClosedTitle => texts.Say();

    public string ClosedWithoutKey => texts.Say();

    public string ClosedByShortKey => texts.Say();

    /// <value>Who acknowledged, when no name was given.</value>
    public string Somebody => texts.Say();
}
