using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Days;
using ShipBy.Domain.Alerts;
using ShipBy.Pages.Rendering;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Letters;

/// <summary>A mail's subject: the most urgent thing first, because a telephone shows some forty characters.</summary>
internal static class SubjectLine
{
    private const int MaxName = 60;

    public static string Write(Notice notice, Words words, ShopClock clock, Instant now)
    {
        var subject = notice switch
        {
            { Warnings: [var first, ..] warnings } =>
                words.Letter.WarningSubject(
                    words.Letter.Urgency(WarningKinds.Of(notice, now), TimeLeft.Tell(first.Deadline - now, words.Time)), Name(first.Order.Number), warnings.Count - 1),
            { Day: { } day } when notice.Problems.All(problem => problem.Severity == Severity.Info) && notice.Operational.All(line => line.Severity == Severity.Info) => DaySubject(day, words, clock),
            { Problems: [var first, ..] problems } => words.Letter.ProblemSubject(Name(first.Subject), problems.Count - 1),
            { Consignments: [var first, ..] parcels } when notice.Operational.All(line => line.Severity == Severity.Info) => words.Transit.Subject(words.Transit.Name(first.Clock.Trouble, first.IsOver), Name(first.Order.Number), parcels.Count - 1),
            { Operational: [var first, ..] lines } when lines.All(line => line.IsOver) => words.Playbook.OverSubject(words.Playbook.Name(first.Kind), TroubleText.SubjectOf(first, words), lines.Count - 1),
            { Operational: [_, ..] lines } => Trouble(lines.First(line => !line.IsOver), lines.Count - 1, words),
            _ => words.Letter.NothingSubject,
        };
        return notice.MaybeRepeated ? $"{subject} ({words.Letter.MaybeRepeatedMark})" : subject;
    }

    private static string Trouble(OperationalLine line, int more, Words words) =>
        words.Playbook.Subject(words.Playbook.Name(line.Kind), TroubleText.SubjectOf(line, words), more);

    private static string DaySubject(DayNews news, Words words, ShopClock clock) => news switch
    {
        { Plan: { Orders: > 0 } plan } => words.Day.PlanSubject(words.Time.Date(plan.Day), plan.Orders, plan.First is { } first ? clock.TellShort(first) : ""),
        { Report: { } report } => words.Day.ReportSubject(words.Time.Date(report.Day), report.Shipped, report.Late, report.Open),
        _ => words.Day.NothingSubject(words.Time.Date(news.Plan!.Day)),
    };

    private static string Name(string text) => Plain.Cut(Plain.OneLine(text), MaxName);
}
