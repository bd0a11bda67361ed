using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Calendars;

namespace ShipBy.Domain.Tests.Calendars;

/// <summary>A carrier in Berlin that comes on weekdays at 12:00 and 16:00 and on Saturdays at 12:00. 2026-03-02 is a Monday.</summary>
public sealed class PickUpPlanTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private static readonly LocalTime Noon = new(12, 0);

    private static readonly LocalTime Four = new(16, 0);

    private static readonly PickUpPlan Plan = Of(new Dictionary<LocalDate, IReadOnlyList<LocalTime>>
    {
        [new LocalDate(2026, 3, 4)] = [],                                             // a shut-down
        [new LocalDate(2026, 3, 5)] = [new LocalTime(10, 0)],                         // once, and earlier
        [new LocalDate(2026, 3, 8)] = [new LocalTime(11, 0)],                         // a Sunday all the same
    });

    [Theory]
    [InlineData("2026-03-02 08:00", "2026-03-02 18:00", "2026-03-02 16:00")]
    [InlineData("2026-03-02 08:00", "2026-03-02 16:00", "2026-03-02 16:00")]          // a pick-up at the limit is not after it
    [InlineData("2026-03-02 08:00", "2026-03-02 15:59", "2026-03-02 12:00")]
    [InlineData("2026-03-02 08:00", "2026-03-02 11:59", null)]
    [InlineData("2026-03-02 12:00", "2026-03-02 15:59", "2026-03-02 12:00")]          // one that comes this instant can be met
    [InlineData("2026-03-02 12:01", "2026-03-02 15:59", null)]
    [InlineData("2026-03-02 16:01", "2026-03-03 11:59", null)]
    [InlineData("2026-03-02 16:01", "2026-03-03 12:00", "2026-03-03 12:00")]
    [InlineData("2026-03-02 08:00", "2026-03-04 20:00", "2026-03-03 16:00")]          // the day before the shut-down
    [InlineData("2026-03-02 08:00", "2026-03-05 20:00", "2026-03-05 10:00")]
    [InlineData("2026-03-03 16:01", "2026-03-05 09:59", null)]
    [InlineData("2026-03-05 18:00", "2026-03-07 20:00", "2026-03-07 12:00")]
    [InlineData("2026-03-05 18:00", "2026-03-08 20:00", "2026-03-08 11:00")]
    [InlineData("2026-03-14 13:00", "2026-03-15 20:00", null)]                        // an ordinary Sunday
    [InlineData("2026-03-02 18:00", "2026-03-02 08:00", null)]                        // the limit has passed
    public void Latest_IsTheLastThatCanBeMet(string from, string limit, string? expected) => Assert.Equal(expected, Wall(Plan.Latest(At(from), At(limit))));

    [Theory]
    [InlineData("2026-03-28 08:00", "2026-03-30 18:00", "2026-03-30 14:00")]          // summer time: two hours ahead of UTC
    [InlineData("2026-03-26 08:00", "2026-03-27 18:00", "2026-03-27 15:00")]
    [InlineData("2026-10-24 08:00", "2026-10-26 18:00", "2026-10-26 15:00")]
    [InlineData("2026-10-22 08:00", "2026-10-23 18:00", "2026-10-23 14:00")]
    public void APickUp_FollowsTheCarriersWallClock(string from, string limit, string utc) =>
        Assert.Equal(utc, Form.Format(Plan.Latest(At(from), At(limit))!.Value.InUtc().LocalDateTime));

    [Theory]
    [InlineData("2026-03-29", "2026-03-29 01:00")]                                    // skipped: when the clocks go on
    [InlineData("2026-10-25", "2026-10-25 00:30")]                                    // twice: the first, since early is safe
    public void ANightPickUp_AtAClockChange(string date, string utc)
    {
        var day = LocalDatePattern.Iso.Parse(date).Value;
        var night = Of(new Dictionary<LocalDate, IReadOnlyList<LocalTime>> { [day] = [new LocalTime(2, 30)] });

        Assert.Equal(utc, Form.Format(night.Latest(At($"{date} 00:00"), At($"{date} 08:00"))!.Value.InUtc().LocalDateTime));
    }

    [Theory]
    [InlineData("2026-05-01 18:00", "2026-04-30 16:00")]                              // a named day off has none
    [InlineData("2026-05-02 18:00", "2026-04-30 16:00")]                              // even on a Saturday, when it is named
    [InlineData("2026-05-09 18:00", "2026-05-09 12:00")]                              // a Saturday that the calendar merely does not work
    [InlineData("2026-05-10 18:00", "2026-05-09 12:00")]                              // a Sunday that is worked has no pick-up in the week
    public void TheCarriersCalendar_TakesItsDaysOff(string limit, string expected)
    {
        var calendar = new WorkCalendar(Berlin, new Dictionary<IsoDayOfWeek, WorkHours>(), new Dictionary<LocalDate, WorkHours?>
        {
            [new LocalDate(2026, 5, 1)] = null,
            [new LocalDate(2026, 5, 2)] = null,
            [new LocalDate(2026, 5, 10)] = WorkHours.Usual,
        });

        Assert.Equal(expected, Wall(Of(new Dictionary<LocalDate, IReadOnlyList<LocalTime>>(), calendar).Latest(At("2026-04-20 08:00"), At(limit))));
    }

    [Fact]
    public void ALimitOfNever_AndACarrierThatNeverComes_HaveAnAnswer()
    {
        var never = Instant.FromUtc(9999, 12, 31, 23, 59, 59);

        Assert.True(Plan.Latest(At("2026-03-02 08:00"), never) < never);
        Assert.Null(new PickUpPlan(Berlin, new Dictionary<IsoDayOfWeek, IReadOnlyList<LocalTime>>(), new Dictionary<LocalDate, IReadOnlyList<LocalTime>>()).Latest(At("2026-03-02 08:00"), never));
    }

    private static PickUpPlan Of(IReadOnlyDictionary<LocalDate, IReadOnlyList<LocalTime>> days, WorkCalendar? carrier = null)
    {
        var week = Enumerable.Range(1, 5).ToDictionary(day => (IsoDayOfWeek)day, IReadOnlyList<LocalTime> (_) => [Noon, Four]);
        week[IsoDayOfWeek.Saturday] = [Noon];
        return new PickUpPlan(Berlin, week, days, carrier);
    }

    private static Instant At(string wallClock) => Form.Parse(wallClock).Value.InZoneLeniently(Berlin).ToInstant();

    private static string? Wall(Instant? at) => at is { } instant ? Form.Format(instant.InZone(Berlin).LocalDateTime) : null;

    private static LocalDateTimePattern Form { get; } = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
}
