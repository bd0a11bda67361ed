using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Calendars;

namespace ShipBy.Domain.Tests.Calendars;

/// <summary>Counting working time forwards and backwards. 2026-03-02 is a Monday; Berlin's clocks skip 02:00 to 03:00 on 2026-03-29 and repeat it on 2026-10-25, both Sundays.</summary>
public sealed class WorkingHoursAheadTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private static readonly WorkCalendar Usual = WorkCalendar.Usual(Berlin);

    private static readonly WorkCalendar Nights = new(
        Berlin,
        Enumerable.Range(1, 7).ToDictionary(day => (IsoDayOfWeek)day, _ => new WorkHours(new LocalTime(0, 0), new LocalTime(8, 0))),
        new Dictionary<LocalDate, WorkHours?>());

    private static readonly WorkCalendar Never = new(Berlin, new Dictionary<IsoDayOfWeek, WorkHours>(), new Dictionary<LocalDate, WorkHours?>());

    [Theory]
    [InlineData("2026-03-02 10:00", 0, "2026-03-02 10:00")]
    [InlineData("2026-03-07 10:00", 0, "2026-03-07 10:00")]                   // nothing to wait for, closed or not
    [InlineData("2026-03-02 10:00", 2, "2026-03-02 12:00")]
    [InlineData("2026-03-02 10:00", 11, "2026-03-02 21:00")]                  // just enough: the closing, not the next opening
    [InlineData("2026-03-02 10:00", 11.5, "2026-03-03 09:30")]
    [InlineData("2026-03-02 06:00", 1, "2026-03-02 10:00")]
    [InlineData("2026-03-06 20:00", 2, "2026-03-09 10:00")]                   // over the weekend
    [InlineData("2026-03-06 21:00", 1, "2026-03-09 10:00")]
    [InlineData("2026-03-27 20:00", 2, "2026-03-30 10:00")]                   // the clocks go on in between: the wall clock rules
    [InlineData("2026-10-23 20:00", 2, "2026-10-26 10:00")]
    public void After_CountsOpenHoursOnly(string from, double hours, string expected) =>
        Assert.Equal(expected, Wall(Usual.After(At(from), Duration.FromHours(hours))));

    [Theory]
    [InlineData("2026-03-03 12:00", 0, "2026-03-03 12:00")]
    [InlineData("2026-03-03 12:00", 2, "2026-03-03 10:00")]
    [InlineData("2026-03-03 12:00", 3, "2026-03-03 09:00")]                   // just enough: the opening, not the evening before
    [InlineData("2026-03-03 12:00", 3.5, "2026-03-02 20:30")]
    [InlineData("2026-03-03 23:00", 1, "2026-03-03 20:00")]
    [InlineData("2026-03-09 10:00", 2, "2026-03-06 20:00")]
    [InlineData("2026-03-30 10:00", 2, "2026-03-27 20:00")]
    [InlineData("2026-10-26 10:00", 2, "2026-10-23 20:00")]
    public void Before_CountsOpenHoursOnly(string to, double hours, string expected) =>
        Assert.Equal(expected, Wall(Usual.Before(At(to), Duration.FromHours(hours))));

    [Theory]
    [InlineData("2026-03-28 00:00", 8, "2026-03-28 08:00")]
    [InlineData("2026-03-29 00:00", 7, "2026-03-29 08:00")]                   // a night with an hour less
    [InlineData("2026-03-29 00:00", 7.5, "2026-03-30 00:30")]
    [InlineData("2026-10-25 00:00", 9, "2026-10-25 08:00")]                   // and one with an hour more
    [InlineData("2026-10-25 00:00", 8, "2026-10-25 07:00")]
    public void ANightOfAClockChange_IsAsLongAsItIs(string from, double hours, string expected) =>
        Assert.Equal(expected, Wall(Nights.After(At(from), Duration.FromHours(hours))));

    [Fact]
    public void AShopThatNeverOpens_HasNoSuchInstant()
    {
        Assert.Null(Never.After(At("2026-03-02 10:00"), Duration.FromHours(1)));
        Assert.Null(Never.Before(At("2026-03-02 10:00"), Duration.FromHours(1)));
        Assert.Null(Never.BeginsAt(At("2026-03-02 15:00"), new LocalTime(14, 0)));
    }

    [Theory]
    [InlineData("2026-03-02 13:59", "2026-03-02 13:59")]
    [InlineData("2026-03-02 14:00", "2026-03-02 14:00")]                      // the cut-off itself is in time
    [InlineData("2026-03-02 14:01", "2026-03-03 09:00")]
    [InlineData("2026-03-06 14:01", "2026-03-09 09:00")]
    [InlineData("2026-03-07 10:00", "2026-03-07 10:00")]                      // a closed morning: the count waits for Monday by itself
    [InlineData("2026-03-07 15:00", "2026-03-09 09:00")]
    public void BeginsAt_SendsLateOrdersToTheNextWorkingDay(string at, string expected) =>
        Assert.Equal(expected, Wall(Usual.BeginsAt(At(at), new LocalTime(14, 0))));

    [Fact]
    public void Never_AsMarketplacesWriteIt_IsCounted()
    {
        var never = Instant.FromUtc(9999, 12, 31, 23, 59, 59);

        Assert.False(Usual.IsOpen(never));
        Assert.True(Usual.ClosedAround(never) is { } closed && closed.Contains(never));
        Assert.True(Usual.Before(never, Duration.FromHours(24)) < never);
        Assert.True(Usual.WorkingTime(At("2026-03-02 10:00"), never) > Duration.FromDays(365));
    }

    [Fact]
    public void ThereAndBack_HoldsJustSoMuchWorkingTime()
    {
        var start = Instant.FromUtc(2026, 1, 1, 0, 0);
        var minute = Gen.Choose(0, 525_600).Select(minutes => start + Duration.FromMinutes(minutes));
        var length = Gen.Choose(1, 6_000).Select(minutes => Duration.FromMinutes(minutes));

        Prop.ForAll(minute.ToArbitrary(), length.ToArbitrary(), Gen.Elements(Usual, Nights).ToArbitrary(), (at, working, calendar) =>
            calendar.After(at, working) is { } end && calendar.WorkingTime(at, end) == working
            && calendar.Before(at, working) is { } begin && calendar.WorkingTime(begin, at) == working
            && calendar.WorkingTime(at, end - Duration.FromTicks(1)) < working
            && calendar.WorkingTime(begin + Duration.FromTicks(1), at) < working).QuickCheckThrowOnFailure();
    }

    private static Instant At(string wallClock) => Form.Parse(wallClock).Value.InZoneStrictly(Berlin).ToInstant();

    private static string? Wall(Instant? at) => at is { } instant ? Form.Format(instant.InZone(Berlin).LocalDateTime) : null;

    private static LocalDateTimePattern Form { get; } = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
}
