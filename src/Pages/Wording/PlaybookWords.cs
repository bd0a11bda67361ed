using ShipBy.Domain.Alerts;

namespace ShipBy.Pages.Wording;

/// <summary>What is wrong with ShipBy itself, why, and what to do about it: one page for each kind of alert.</summary>
public sealed class PlaybookWords(Texts texts)
{
    public string Heading => texts.Say();

    /// <value>Stands over what was told and has come to its end.</value>
    public string OverHeading => texts.Say();

    public string CauseLabel => texts.Say();

    public string RemedyLabel => texts.Say();

    /// <value>Stands for an instant that has not been.</value>
    public string Never => texts.Say();

    /// <value>Stands for what somebody did not say.</value>
    public string NothingSaid => texts.Say();

    /// <param name="name">Of the first alert.</param>
    /// <param name="more">How many more lines there are.</param>
    public string Subject(string name, string subject, int more) => more == 0
        ? texts.Say("Subject", ("name", name), ("subject", subject))
        : texts.Say("Subject.more", ("name", name), ("subject", subject), ("more", more));

    /// <param name="more">How many more things are over.</param>
    public string OverSubject(string name, string subject, int more) => more == 0
        ? texts.Say("OverSubject", ("name", name), ("subject", subject))
        : texts.Say("OverSubject.more", ("name", name), ("subject", subject), ("more", more));

    /// <param name="length">How long it lasted, in words.</param>
    public string Over(string name, string subject, string length) => texts.Say("Over", ("name", name), ("subject", subject), ("length", length));

    /// <summary>A timer in words; a shop, a queue or a channel by its own name.</summary>
    public string SubjectOf(string subject) => texts.Find($"SubjectOf.{subject}") ?? subject;

    public string Name(OperationalAlertKind kind) => texts.Say($"Name.{kind}");

    /// <summary>What was found. Each kind says those of the values that mean something to it.</summary>
    public string What(OperationalAlertKind kind, string subject, string at, string length, int count, int other, string detail) => texts.Say(
        $"What.{kind}", ("subject", subject), ("at", at), ("length", length), ("count", count), ("other", other), ("detail", detail));

    public string Cause(OperationalAlertKind kind) => texts.Say($"Cause.{kind}");

    /// <param name="subject">As the settings and commands have it.</param>
    public string Remedy(OperationalAlertKind kind, string subject) => texts.Say($"Remedy.{kind}", ("subject", subject));
}
