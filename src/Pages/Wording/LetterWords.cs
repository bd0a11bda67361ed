namespace ShipBy.Pages.Wording;

/// <summary>The texts of mails.</summary>
public sealed class LetterWords(Texts texts)
{
    public string NothingSubject => texts.Say();

    public string MaybeRepeatedMark => texts.Say();

    public string MaybeRepeated => texts.Say();

    public string ProblemHeading => texts.Say();

    /// <value>What missing the deadline costs.</value>
    public string Cost => texts.Say();

    public string OpenDesk => texts.Say();

    /// <value>Stands where the link would be when the deployment's address is not set.</value>
    public string NoAddress => texts.Say();

    public string DeadlineColumn => texts.Say();

    public string ShipmentColumn => texts.Say();

    public string Deadline => texts.Say();

    public string HowToSilence => texts.Say();

    /// <param name="time">In words.</param>
    /// <param name="number">Of the most urgent shipment.</param>
    /// <param name="more">How many more shipments there are.</param>
    public string WarningSubject(string time, string number, int more) => more == 0
        ? texts.Say("WarningSubject", ("time", Sentence(time)), ("number", number))
        : texts.Count("WarningSubject.more", more, ("time", Sentence(time)), ("number", number));

    /// <param name="subject">What the first problem is about.</param>
    /// <param name="more">How many more problems there are.</param>
    public string ProblemSubject(string subject, int more) => more == 0
        ? texts.Say("ProblemSubject", ("subject", subject))
        : texts.Say("ProblemSubject.more", ("subject", subject), ("more", more));

    /// <param name="shipments">A number of shipments in words.</param>
    public string WarningHeading(string shipments) => texts.Say("WarningHeading", ("shipments", shipments));

    /// <param name="count">How many further lines are shown on the page only.</param>
    public string More(int count) => texts.Say("More", ("count", count));

    /// <param name="at">The moment of writing.</param>
    public string Footer(string at, string zone) => texts.Say("Footer", ("at", at), ("zone", zone));

    // A subject begins with the time, which elsewhere stands inside a sentence.
    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
