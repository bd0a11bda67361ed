using ShipBy.Pages.Letters;

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

    /// <value>The link where nothing is to be acknowledged.</value>
    public string OpenPage => texts.Say();

    /// <value>Stands where the link would be when the deployment's address is not set.</value>
    public string NoAddress => texts.Say();

    public string DeadlineColumn => texts.Say();

    public string ShipmentColumn => texts.Say();

    public string Deadline => texts.Say();

    public string NoLongerDue => texts.Say();

    public string AskedFor => texts.Say();

    public string NoPickUpLeft => texts.Say();

    public string Open => texts.Say();

    /// <param name="urgency">How pressing it is, with the time left.</param>
    /// <param name="number">Of the most urgent shipment.</param>
    /// <param name="more">How many more shipments there are.</param>
    public string WarningSubject(string urgency, string number, int more) => more == 0
        ? texts.Say("WarningSubject", ("urgency", TextStart.Capital(urgency)), ("number", number))
        : texts.Count("WarningSubject.more", more, ("urgency", TextStart.Capital(urgency)), ("number", number));

    /// <param name="time">Left or overdue, in words.</param>
    public string Urgency(WarningKind kind, string time) => texts.Say($"Urgency.{kind}", ("time", time));

    /// <param name="subject">What the first problem is about.</param>
    /// <param name="more">How many more problems there are.</param>
    public string ProblemSubject(string subject, int more) => more == 0
        ? texts.Say("ProblemSubject", ("subject", subject))
        : texts.Say("ProblemSubject.more", ("subject", subject), ("more", more));

    /// <param name="shipments">A number of shipments in words.</param>
    public string WarningHeading(WarningKind kind, string shipments) => texts.Say($"WarningHeading.{kind}", ("shipments", shipments));

    /// <summary>What a kind of warning means, in a sentence or two.</summary>
    /// <param name="left">A letter is a last call for its most urgent shipment, and not always for the others.</param>
    public string WarningNote(WarningKind kind, RemindersLeft left) => texts.Say(kind == WarningKind.LastCall ? $"WarningNote.{kind}.{left}" : $"WarningNote.{kind}");

    /// <summary>What follows from acknowledging.</summary>
    public string HowToSilence(RemindersLeft left) => texts.Say($"HowToSilence.{left}");

    /// <param name="name">Who takes care of a shipment.</param>
    public string Owner(string name) => texts.Say("Owner", ("name", name));

    /// <param name="at">When the shops were last read.</param>
    public string StatusRead(string at) => texts.Say("StatusRead", ("at", at));

    /// <param name="count">How many further lines are shown on the page only.</param>
    public string More(int count) => texts.Say("More", ("count", count));

    /// <param name="at">The moment of writing.</param>
    public string Footer(string at, string zone) => texts.Say("Footer", ("at", at), ("zone", zone));
}
