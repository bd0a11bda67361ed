using Microsoft.Extensions.Options;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Days;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Letters;

namespace ShipBy.Pages.Tests.Letters;

/// <summary>One letter of every kind, for approval and for pictures. Everything is as of <see cref="Sample.Now"/>, Friday noon in Moscow.</summary>
internal static class SampleLetters
{
    private static readonly LocalDate Friday = new(2026, 11, 27);

    private static readonly WorkCalendar Hours = WorkCalendar.Usual(DateTimeZoneProviders.Tzdb["Europe/Moscow"]);

    /// <value>The only letter that tells of nothing.</value>
    private const string TestLetter = "test-letter";

    public static IReadOnlyDictionary<string, Notice> Notices { get; } = new Dictionary<string, Notice>([.. SampleTroubles.Notices, .. SampleParcels.Notices])
    {
        ["warning-digest"] = Warnings(Severity.Warning, Line(1, 11.8, "12h"), Line(2, 12) with { Owner = "Анна" }, Line(3, 23.5, "24h") with { Value = null }),
        ["critical-digest"] = Warnings(Severity.Critical, Line(1, 1.9, "2h"), Line(2, 2, "2h") with { State = OrderState.OutOfStock, MissingUnits = 2 }),
        ["overdue-digest"] = Warnings(Severity.Critical, Line(1, -26.2, Rung.Overdue.Name) with { State = OrderState.SetAside }, Line(2, -0.6, Rung.Overdue.Name), Line(3, 1.9, "2h")),
        ["second-contact"] = Warnings(Severity.Critical, Line(1, -0.4, Rung.Overdue.Name), Line(2, 1.4, "2h")) with { To = Contact.Second, Route = AlertRoute.SecondMail },
        ["reminder"] = Warnings(Severity.Warning, Line(1, 5, Rung.Reminder) with { Owner = "李雷" }),
        ["overtaken"] = Warnings(Severity.Critical, Line(1, -3, Rung.Overdue.Name) with { IsOvertaken = true, State = OrderState.Shipped }, Line(2, 5, "6h") with { IsOvertaken = true, State = OrderState.Held }),
        ["mixed-digest"] = Warnings(Severity.Warning, Line(1, 5, Rung.Reminder), Line(2, 5.5, "6h"), Line(3, 4, "6h") with { IsOvertaken = true, State = OrderState.Cancelled }) with
        {
            MaybeRepeated = true,
            StatusReadAt = Sample.Now - Duration.FromMinutes(95),
            Problems = [new ProblemLine("0100200300-0099-1", "products[0].quantity is 0")],
        },
        ["problem"] = Sample.Notice with { Warnings = [], Problems = [new ProblemLine("0100200300-0099-1", "products[0].quantity is 0"), new ProblemLine("second", "The API key was refused (403).", Severity.Critical)] },
        ["many-lines"] = Warnings(Severity.Warning, [.. Enumerable.Range(1, 130).Select(number => Line(number, 4 + number / 10.0, "6h"))]),
        ["long-names"] = Warnings(Severity.Critical, Line(1, 1.9, "2h") with
        {
            Order = new OrderKey("a-shop-with-a-name-of-some-length", "0100200300-0007-1-with-a-tail-that-nobody-expected-0000000000000000"),
            Goods = "Чашка-непроливайка-с-двойными-стенками-и-подогревом-от-аккумулятора × 12, 不锈钢保温杯大容量便携式户外运动水壶男女学生车载杯子 × 3, a plain mug",
            Value = new Money(123_456_789_00, "RUB"),
            Owner = new string('О', AttentionPolicy.LongestName),
        }),
        ["morning-plan"] = Day(new DayNews(Plan: Plan())),
        ["empty-plan"] = Day(new DayNews(Plan: Plan() with { Orders = 0, Overdue = 0, OutOfStock = 0, SetAside = 0, First = null, PickUps = [] })),
        ["evening-report"] = Day(new DayNews(Report: Report())),
        ["monday-report"] = Day(new DayNews(Report: Report() with
        {
            Promises = [new BetterPromise("main", new(Duration.FromHours(30), 200, 191), new(Duration.FromHours(16), 204, 140)), new BetterPromise("second", new(Duration.FromHours(9), 57, 55), new(Duration.FromHours(24), 57, 57))],
        })),
        ["quiet-report"] = Day(new DayNews(Report: Report() with { Shipped = 4, Late = 0, Cancelled = 0, Warned = 0, Mails = 1, Open = 0, Overdue = 0, DueNext = 0, Next = [] })),
        ["plan-with-warnings"] = Warnings(Severity.Critical, Line(1, 1.9, "2h")) with { Day = new DayNews(Plan: Plan()) },
    };

    public static IReadOnlyList<string> Names { get; } = [.. Notices.Keys, TestLetter];

    public static Task<Letter> LetterAsync(string name, string language) => name == TestLetter
        ? new TestLetterWriter(Sample.Press, Options.Create(Sample.Guard(language)), new StoppedClock(Sample.Now)).WriteAsync(AlertRoute.MainMail, TestContext.Current.CancellationToken)
        : Sample.LetterAsync(Notices[name], Sample.Guard(language), SampleCosts.Of(Notices[name]));

    /// <param name="hours">To the deadline; negative where it has passed.</param>
    private static WarningLine Line(int number, double hours, params string[] rungs) => Sample.Line with
    {
        Order = new OrderKey(number % 2 == 0 ? "second" : "main", $"0100200300-{number:0000}-1"),
        Rungs = rungs.Length == 0 ? ["12h"] : rungs,
        Deadline = Sample.Now + Duration.FromHours(hours),
        Goods = (number % 3) switch { 0 => "Mug, enamelled, 350 ml", 1 => "Кружка × 2, Тарелка", _ => "保温杯 × 3, Кружка" },
        Value = new Money(153_000 + number * 1_250, "RUB"),
        IsLastRung = rungs.Contains("2h"),
        Rule = RuleOf(number % 5, Sample.Now + Duration.FromHours(hours)),
    };

    private static ShipByRule? RuleOf(int number, Instant deadline) => number switch
    {
        1 => new ShipByRule(DeadlineRule.PlatformLimit, deadline),
        2 => new ShipByRule(DeadlineRule.PlatformLimit, deadline + Duration.FromHours(3), PickUp: CarrierPickUp.LastBeforeLimit),
        3 => new ShipByRule(DeadlineRule.Promotion, deadline, "11.11 大促, 72 h, projection"),
        4 => new ShipByRule(DeadlineRule.HandlingTime, deadline, "16 working h"),
        _ => null,
    };

    private static Notice Warnings(Severity severity, params WarningLine[] lines) => Sample.Notice with { Severity = severity, Warnings = WarningLines.MostUrgentFirst(lines, Hours, Sample.Now) };

    private static Notice Day(DayNews day) => Sample.Notice with { Severity = Severity.Info, Warnings = [], Day = day };

    private static DayPlan Plan() => new(
        Friday, Sample.At("2026-11-28T05:00:00Z"), Orders: 7, Overdue: 1, OutOfStock: 1, SetAside: 0, First: Sample.Now + Duration.FromHours(1.9),
        [
            new PickUp("Ozon Логистика", Sample.Now + Duration.FromHours(7), 3, [Line(1, -0.6), Line(4, 1.9) with { Owner = "Анна" }, Line(5, 7)]),
            new PickUp("СДЭК", null, 2, [Line(6, 8) with { State = OrderState.OutOfStock, MissingUnits = 1 }, Line(7, 11.9) with { HasNoPickUpLeft = true }]),
            new PickUp(null, null, 2, [Line(8, 19)]),
        ]);

    private static DayReport Report() => new(Friday, Shipped: 12, Late: 1, Cancelled: 2, Warned: 4, Mails: 6, Open: 9, Overdue: 1, DueNext: 3, [Line(1, -0.6), Line(2, 14), Line(3, 22)]);
}
