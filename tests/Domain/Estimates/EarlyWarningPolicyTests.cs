using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Estimates;

/// <summary>2026-03-02 is a Monday. The shop's orders usually lie for 12 working hours, a working day; it works on weekdays from 9 to 21.</summary>
public sealed class EarlyWarningPolicyTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Usual(DateTimeZone.Utc);
    private static readonly Ladder Ladder = Ladder.Parse("24h,12h,6h,2h");
    private static readonly HandOverPace OneDay = new(new HandOverRecord(8, Duration.FromHours(8 * 12)));
    private static readonly HandOverPace FiveDays = new(new HandOverRecord(100, Duration.FromHours(100 * 60)));

    /// <summary>Of a whole of 72 working hours the chance is even once 52 h 54 min have passed: four days and most of a fifth.</summary>
    [Theory]
    [InlineData("2026-03-02T09:00", "2026-03-10T21:00", "2026-03-09T11:59")]      // a whole of 84 hours
    [InlineData("2026-03-02T09:00", "2026-03-09T21:00", "2026-03-06T13:54")]      // the first rung is on Sunday: 7 hours to act in before it
    [InlineData("2026-03-02T09:00", "2026-03-06T21:00", "")]                      // even on Thursday evening, and the first rung comes right then
    [InlineData("2026-03-02T09:00", "2026-03-02T20:00", "")]                      // the ladder has begun already
    [InlineData("2026-02-28T12:00", "2026-03-09T21:00", "2026-03-06T13:54")]      // before the shop opened
    [InlineData("2026-03-02T09:00", "2026-03-02T08:00", "")]                      // overdue
    public void ItComes_WhenAMissIsAsLikelyAsNot_WithHalfADayToActBeforeTheLadder(string seen, string deadline, string expected) =>
        Assert.Equal(expected, Words(At(Order(seen, deadline), OneDay, 0.5, seen)));

    [Theory]
    [InlineData(0.3, "2026-03-05T13:48")]
    [InlineData(0.4, "2026-03-05T20:2")]
    [InlineData(0.5, "2026-03-06T13:54")]
    [InlineData(0.6, "")]               // too near to the first rung
    [InlineData(0, "")]                 // off
    [InlineData(1, "")]
    public void TheThreshold_SaysHowLikelyAMissHasToBe(double threshold, string expected) =>
        Assert.StartsWith(expected, Words(At(Order("2026-03-02T09:00", "2026-03-09T21:00"), OneDay, threshold, "2026-03-02T09:00")), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-03-02T12:00", "2026-03-02T12:00")]
    [InlineData("2026-03-02T23:00", "2026-03-03T09:00")]      // nobody is there at night: when the shop opens
    [InlineData("2026-03-03T15:00", "2026-03-03T15:00")]      // six hours before the rung on Tuesday at 21:00
    [InlineData("2026-03-03T15:01", "")]
    public void InASlowShop_AMissIsLikelyFromTheBeginning(string now, string expected) =>
        Assert.Equal(expected, Words(At(Order("2026-03-02T12:00", "2026-03-04T21:00"), FiveDays, 0.5, now)));

    [Fact]
    public void ItIsTheFirstInstant_AtWhichTheChanceIsReached()
    {
        var order = Order("2026-03-02T09:00", "2026-03-09T21:00");
        var at = At(order, OneDay, 0.5, "2026-03-02T09:00")!.Value;

        Assert.True(OrderOutlook.Of(order, OneDay, Calendar, at)!.ChanceToMiss >= 0.5);
        Assert.True(OrderOutlook.Of(order, OneDay, Calendar, at - Duration.FromSeconds(1))!.ChanceToMiss < 0.5);
    }

    [Fact]
    public void WithoutARecordOfItsOwn_AShopIsNotBothered()
    {
        var order = Order("2026-03-02T09:00", "2026-03-09T21:00");
        var few = new HandOverPace(new HandOverRecord(4, Duration.FromHours(400)));

        Assert.Null(At(order, few, 0.5, "2026-03-02T09:00"));
        Assert.NotNull(At(order, few with { Record = few.Record with { HandOvers = 5 } }, 0.5, "2026-03-02T09:00"));
    }

    [Fact]
    public void WhatIsClosedOrHasNoDeadline_IsNotWatched()
    {
        var order = Order("2026-03-02T09:00", "2026-03-09T21:00");

        Assert.Null(At(order with { ShipBy = null }, OneDay, 0.5, "2026-03-02T09:00"));
        Assert.Null(At(order with { State = OrderState.Cancelled, CancelledAt = order.TakenAt + Duration.FromHours(1) }, OneDay, 0.5, "2026-03-02T09:00"));
    }

    private static Instant? At(Order order, HandOverPace pace, double threshold, string now) => new EarlyWarningPolicy(threshold, Calendar).For(order, pace, Ladder, In(now));

    private static Order Order(string seen, string deadline) => Sample.Order with { OrderedAt = In(seen), TakenAt = In(seen), SeenFrom = In(seen), ShipBy = In(deadline) };

    private static Instant In(string text) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value.InUtc().ToInstant();

    private static string Words(Instant? at) => at?.InUtc().LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm", null) ?? "";
}
