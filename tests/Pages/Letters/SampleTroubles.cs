using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Domain.Alerts;
using static ShipBy.Domain.Alerts.OperationalAlertKind;

namespace ShipBy.Pages.Tests.Letters;

/// <summary>Letters about ShipBy itself: together they say every page of the playbook, with facts as the checks find them.</summary>
internal static class SampleTroubles
{
    public static IReadOnlyDictionary<string, Notice> Notices { get; } = new Dictionary<string, Notice>
    {
        ["trouble-shops"] = Of(
            Line(KeyRefused, "main", Severity.Critical, 3, new AlertFacts(Ago(3), Hours(3), Detail: "403 Forbidden: Invalid Api-Key")),
            Line(KeyExpiring, "second", Severity.Warning, 1, new AlertFacts(Sample.Now + Hours(71), Hours(71))),
            Line(StalledPoll, "third", Severity.Critical, 1.5, new AlertFacts(Ago(1.5), Hours(1.5), Detail: "The marketplace did not answer within 30 s.")),
            Line(ListsDiffer, "main", Severity.Warning, 2, new AlertFacts(Ago(2), Hours(2), 1, 2, "0100200300-0007-1, 0100200300-0008-1, 0100200300-0009-1"))),
        ["trouble-pushes"] = Of(
            Line(SilentPushes, "main", Severity.Warning, 6, new AlertFacts(Ago(6), Hours(6), 4)),
            Line(PushesOff, "main", Severity.Info, 0, AlertFacts.None),
            Line(PushesStayOff, "second", Severity.Warning, 1, new AlertFacts(Detail: "PERMISSION_DENIED")),
            Line(MessagesRefused, "myshop", Severity.Warning, 0.2, new AlertFacts(Ago(0.2), Count: 10, Detail: "401"))),
        ["trouble-work"] = Of(
            Line(SilentTimer, "PollOrders", Severity.Critical, 0.5, new AlertFacts(Ago(0.5), Hours(0.5))),
            Line(LateSweep, "main", Severity.Critical, 0.4, new AlertFacts(Ago(0.4), Hours(0.4))),
            Line(SilentQueue, "reserve-stock", Severity.Warning, 1, new AlertFacts(Ago(1), Hours(1), 12)),
            Line(PoisonMessage, "reserve-stock-poison", Severity.Warning, 2, new AlertFacts(Ago(2), Hours(2), 3)),
            Line(StockDrift, "main", Severity.Critical, 0, new AlertFacts(Count: 2, Other: 1_204))),
        ["trouble-stock"] = Of(
            Line(StockUntold, "main", Severity.Warning, 0.5, new AlertFacts(Ago(0.5), Hours(0.5))),
            Line(StockRefused, "main", Severity.Warning, 2, new AlertFacts(Count: 3, Detail: "CUP-12: PRODUCT_IS_ARCHIVED")),
            Line(StockMisread, "second", Severity.Warning, 1, AlertFacts.None),
            Line(LowStock, "MUG-1", Severity.Warning, 0, new AlertFacts(Count: 2, Other: 6, Detail: "Mug, 350 ml")),
            Line(LowWaybills, "EMS", Severity.Warning, 0, new AlertFacts(Count: 12, Other: 50))),
        ["trouble-account"] = Of(
            Line(RatingWorse, "main", Severity.Critical, 24, new AlertFacts(Count: 2, Detail: "Shipped on time 88, replies 3")),
            Line(ErrorIndexHigh, "main", Severity.Warning, 24, new AlertFacts(Count: 3, Other: 2, Detail: "6.4 %")),
            Line(BuyersWait, "second", Severity.Warning, 5, new AlertFacts(Sample.Now + Hours(19), Hours(5), 2, Detail: "0100200300-0007")),
            Line(BadReviews, "second", Severity.Warning, 30, new AlertFacts(Ago(6), Count: 1, Detail: "900000001")),
            Line(CancelRequests, "second", Severity.Critical, 3, new AlertFacts(Sample.Now + Hours(1), Hours(3), 2, Detail: "0100200300-0011-1, 0100200300-0012-1"))),
        ["trouble-channels"] = Of(
            Line(ChannelRefuses, AlertRoute.MainMail, Severity.Critical, 2, new AlertFacts(Ago(2), Hours(2), 3, Detail: "The sender's domain is not linked to the mail service.")),
            Line(ClockOff, "storage", Severity.Warning, 0, new AlertFacts(Length: Duration.FromSeconds(95), Detail: "behind")),
            Line(CalendarEnding, "russia", Severity.Warning, 0, new AlertFacts(Sample.At("2026-12-30T21:00:00Z"), Count: 34)),
            Line(CalendarGuessed, "china", Severity.Warning, 0, new AlertFacts(Sample.At("2026-12-31T21:00:00Z"), Count: 35))),
        ["trouble-and-over"] = Of(
            Line(QuotaTight, "wecom", Severity.Warning, 1, new AlertFacts(Ago(1), Hours(1), 7, 10)),
            Line(SilentTimer, "SweepDeadlines", Severity.Info, 0.5, AlertFacts.None) with { IsOver = true }),
        ["trouble-over"] = Of(
            Line(StalledPoll, "main", Severity.Info, 1.5, AlertFacts.None) with { IsOver = true },
            Line(ChannelRefuses, AlertRoute.MainMail, Severity.Info, 26, AlertFacts.None) with { IsOver = true }),
    };

    private static Notice Of(params OperationalLine[] lines) => Sample.Notice with { Warnings = [], Severity = lines.Max(line => line.Severity), Operational = lines };

    private static OperationalLine Line(OperationalAlertKind kind, string subject, Severity severity, double hours, AlertFacts facts) => new(kind, subject, severity, facts, Ago(hours), Sample.Now);

    private static Instant Ago(double hours) => Sample.Now - Hours(hours);

    private static Duration Hours(double hours) => Duration.FromHours(hours);
}
