using System.Globalization;
using ShipBy.Application.Alerts;
using ShipBy.Application.Days;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Letters.Days;

/// <summary>Puts a plan or a report into words.</summary>
/// <param name="room">Rows that the letter has left for it.</param>
internal sealed class DaySections(Words words, ShopClock clock, LetterRows rows, int room)
{
    private const int LongestGoods = 120;

    private const int LongestCarrier = 60;

    /// <value>The page has the others.</value>
    private const int MostPromises = 3;

    public DaySection Of(DayNews news) => news switch
    {
        { Plan: { } plan } => OfPlan(plan),
        { Report: { } report } => OfReport(report),
        _ => throw new InvalidOperationException("News of a day are a plan or a report."),
    };

    private DaySection OfPlan(DayPlan plan)
    {
        var groups = Shown(plan.PickUps.Select(pickUp => (Heading(pickUp), pickUp.Lines)));
        return new DaySection(
            plan.Orders == 0 ? words.Day.NothingHeading : words.Day.PlanHeading(words.Orders.Shipments(plan.Orders)),
            [plan.Orders == 0 ? words.Day.NothingNote(clock.Tell(plan.Until)) : words.Day.PlanNote(clock.Tell(plan.Until))],
            [.. Alarms((words.Day.Overdue, plan.Overdue), (words.Day.OutOfStock, plan.OutOfStock), (words.Day.SetAside, plan.SetAside))],
            groups,
            plan.Orders - groups.Sum(group => group.Rows.Count));
    }

    private DaySection OfReport(DayReport report)
    {
        var groups = Shown(report.DueNext == 0 ? [] : [(words.Day.NextHeading(words.Orders.Shipments(report.DueNext)), report.Next)]);
        return new DaySection(
            words.Day.ReportHeading(words.Time.Date(report.Day)),
            [.. report.DueNext == 0 ? [words.Day.NothingNext] : Array.Empty<string>(), .. report.Promises.Take(MostPromises).Select(Advice)],
            [
                Figure(words.Day.HandedOver, report.Shipped),
                .. Alarms((words.Day.HandedOverLate, report.Late)),
                Figure(words.Day.Cancelled, report.Cancelled),
                Figure(words.Day.Warned, report.Warned),
                Figure(words.Day.Mails, report.Mails),
                Figure(words.Day.StillOpen, report.Open),
                .. Alarms((words.Day.OpenOverdue, report.Overdue)),
            ],
            groups,
            report.DueNext - groups.Sum(group => group.Rows.Count));
    }

    private string Advice(BetterPromise better)
    {
        var change = PromiseText.Change(better.Advised, better.AsSet, words);
        return words.Promise.OfShop(LetterRows.Short(better.Shop, LongestCarrier), $"{change}{words.SentenceGap}{PromiseText.Setting(better.Shop, better.Advised.Length, words)}");
    }

    private string Heading(PickUp pickUp)
    {
        var (carrier, shipments) = (pickUp.Carrier is { } name ? LetterRows.Short(name, LongestCarrier) : words.Day.NoCarrier, words.Orders.Shipments(pickUp.Orders));
        return pickUp.At is { } at ? words.Day.PickUpAt(carrier, clock.TellShort(at), shipments) : words.Day.PickUp(carrier, shipments);
    }

    /// <remarks>A group whose rows found no place is counted with the rest.</remarks>
    private List<DayGroup> Shown(IEnumerable<(string Heading, IReadOnlyList<WarningLine> Lines)> all)
    {
        var groups = new List<DayGroup>();
        foreach (var (heading, lines) in all)
        {
            var left = room - groups.Sum(group => group.Rows.Count);
            groups.Add(new DayGroup(heading, [.. lines.Take(left).Select(line => rows.Of(line, LongestGoods, marksReminders: false))]));
        }

        return [.. groups.Where(group => group.Rows.Count > 0)];
    }

    /// <remarks>Nothing is said of what did not happen.</remarks>
    private static IEnumerable<DayFigure> Alarms(params (string Label, int Number)[] figures) =>
        figures.Where(figure => figure.Number > 0).Select(figure => Figure(figure.Label, figure.Number) with { IsAlarm = true });

    private static DayFigure Figure(string label, int number) => new(label, number.ToString(CultureInfo.InvariantCulture), IsAlarm: false);
}
