using AngleSharp.Html.Parser;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Deadlines;
using ShipBy.Pages.Letters;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Tests.Letters;

public class WarningKindTests
{
    private static readonly WarningLine Late = Sample.Line with { Deadline = Sample.Now - Duration.FromTicks(1), Rungs = [Rung.Overdue.Name] };

    private static readonly WarningLine Last = Sample.Line with { IsLastRung = true };

    private static readonly WarningLine Reminder = Sample.Line with { Rungs = [Rung.Reminder] };

    private static readonly WarningLine Overtaken = Late with { IsOvertaken = true };

    public static TheoryData<string, WarningKind, Notice> Kinds => new()
    {
        { "rungs with others behind them", WarningKind.InGoodTime, With(Severity.Warning, Sample.Line) },
        { "the last rung", WarningKind.LastCall, With(Severity.Critical, Last) },
        { "the last rung among others", WarningKind.LastCall, With(Severity.Critical, Sample.Line, Last) },
        { "no pick-up is left", WarningKind.LastCall, With(Severity.Critical, Sample.Line with { HasNoPickUpLeft = true }) },
        { "the last rung of what is over meanwhile", WarningKind.InGoodTime, With(Severity.Critical, Sample.Line, Last with { IsOvertaken = true }) },
        { "the deadline itself is still on time", WarningKind.LastCall, With(Severity.Critical, Last with { Deadline = Sample.Now }) },
        { "just after it", WarningKind.Overdue, With(Severity.Critical, Late, Sample.Line) },
        { "one became overdue while it waited", WarningKind.Overdue, With(Severity.Critical, Last, Late) },
        { "overdue by the time it leaves", WarningKind.Overdue, With(Severity.Warning, Late with { Rungs = ["24h"] }) },
        { "to the second contact", WarningKind.NobodyAcknowledged, With(Severity.Critical, Late) with { To = Contact.Second } },
        { "reminders alone", WarningKind.AskedFor, With(Severity.Warning, Reminder, Reminder) },
        { "a reminder among rungs", WarningKind.InGoodTime, With(Severity.Warning, Sample.Line, Reminder) },
        { "a snooze under which a rung was reached", WarningKind.InGoodTime, With(Severity.Warning, Sample.Line with { Rungs = [Rung.Reminder, "6h"] }) },
        { "nothing left to do", WarningKind.Overtaken, With(Severity.Critical, Overtaken) },
        { "nothing left to do for the second contact", WarningKind.Overtaken, With(Severity.Critical, Overtaken) with { To = Contact.Second } },
        { "something left to do", WarningKind.InGoodTime, With(Severity.Warning, Sample.Line, Overtaken) },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task SubjectAndHeading_SayWhatItIs(string what, WarningKind expected, Notice notice)
    {
        Assert.True(expected == WarningKinds.Of(notice, Sample.Now), what);

        var letter = await Sample.LetterAsync(notice);

        var words = Words.In("en").Letter;
        var note = words.WarningNote(expected, RemindersLeftIn.Of(notice, Sample.Now));
        Assert.Contains(expected == WarningKind.Overdue ? "overdue" : words.Urgency(expected, "").TrimEnd(' ', ','), letter.Subject, StringComparison.Ordinal);
        Assert.Contains(note, new HtmlParser().ParseDocument(letter.Html).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(note, letter.Text, StringComparison.Ordinal);
    }

    private static Notice With(Severity severity, params WarningLine[] lines) => Sample.Notice with { Severity = severity, Warnings = lines };
}
