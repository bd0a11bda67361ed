using ShipBy.Domain.Links;

namespace ShipBy.Pages.Wording;

/// <summary>The texts of links in messages, and of the page that such a link opens.</summary>
public sealed class LinkWords(Texts texts)
{
    /// <value>Names the link, and heads its choices.</value>
    public string Later => texts.Say();

    public string SnoozeHint => texts.Say();

    public string InvalidTitle => texts.Say();

    public string Done => texts.Say();

    public string Used => texts.Say();

    public string TooLate => texts.Say();

    public string Shipped => texts.Say();

    public string Cancelled => texts.Say();

    public string Gone => texts.Say();

    /// <value>The limit that the message told of runs no more.</value>
    public string ParcelMoved => texts.Say();

    /// <value>The parcel is followed no more.</value>
    public string ParcelGone => texts.Say();

    public string Expired => texts.Say();

    public string Wrong => texts.Say();

    public string PressAgain => texts.Say();

    public string Busy => texts.Say();

    /// <value>The ledger gave no answer.</value>
    public string Silent => texts.Say();

    public string NobodyYet => texts.Say();

    public string OpenDesk => texts.Say();

    /// <summary>Who acknowledged, when all that is known is the route that the link went by.</summary>
    public string By(string route) => texts.Say("By", ("route", route));

    /// <param name="until">A moment.</param>
    public string SnoozeUntil(string until) => texts.Say("SnoozeUntil", ("until", until));

    /// <summary>What pressing comes to where nothing is put off.</summary>
    /// <param name="until">The moment at which the quiet ends.</param>
    public string Effect(QuietEnd end, string until) => end switch
    {
        QuietEnd.AsWanted => texts.Say("Effect.AsWanted", ("until", until)),
        QuietEnd.LastReminder => texts.Say("Effect.LastReminder", ("until", until)),
        QuietEnd.Deadline => texts.Say("Effect.Deadline"),
        QuietEnd.NothingLeft => texts.Say("Effect.NothingLeft"),
        QuietEnd.Limit => texts.Say("Effect.Limit", ("until", until)),
        QuietEnd.NextTrouble => texts.Say("Effect.NextTrouble"),
        QuietEnd.Never => texts.Say("Effect.Never"),
        var unknown => throw new InvalidOperationException($"No text is written for {unknown}."),
    };

    /// <param name="deadline">The present one, or that there is none.</param>
    public string Moved(string deadline) => texts.Say("Moved", ("deadline", deadline));

    /// <param name="at">The moment of saying so.</param>
    public string WasOnIt(string by, string at) => texts.Say("WasOnIt", ("by", by), ("at", at));
}
