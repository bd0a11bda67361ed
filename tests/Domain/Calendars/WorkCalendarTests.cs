using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Calendars;

namespace ShipBy.Domain.Tests.Calendars;

/// <summary>2026-03-02 is a Monday. Berlin's clocks skip 02:00 to 03:00 on 2026-03-29 and repeat it on 2026-10-25, both Sundays.</summary>
public sealed class WorkCalendarTests
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private static readonly WorkCalendar Usual = WorkCalendar.Usual(Shanghai);

    /// <summary>Spring Festival of 2026 with the Saturday before it, which is worked; the Monday before ends early.</summary>
    private static readonly WorkCalendar Festival = new(Shanghai, WeekOf(WorkHours.Usual), new Dictionary<LocalDate, WorkHours?>
    {
        [new LocalDate(2026, 2, 9)] = new WorkHours(new LocalTime(9, 0), new LocalTime(20, 0)),
        [new LocalDate(2026, 2, 14)] = WorkHours.Usual,
        [new LocalDate(2026, 2, 16)] = null,
        [new LocalDate(2026, 2, 17)] = null,
    });

    private static readonly WorkCalendar ClosedForGood = new(Shanghai, new Dictionary<IsoDayOfWeek, WorkHours>(), new Dictionary<LocalDate, WorkHours?>());

    [Theory]
    [InlineData("2026-03-02T08:59:59.999", false)]
    [InlineData("2026-03-02T09:00", true)]                     // the opening instant belongs to the day
    [InlineData("2026-03-02T20:59:59.999", true)]
    [InlineData("2026-03-02T21:00", false)]                    // the closing instant does not
    [InlineData("2026-03-06T12:00", true)]
    [InlineData("2026-03-07T12:00", false)]
    [InlineData("2026-03-08T12:00", false)]
    public void TheUsualWeek_IsMondayToFriday(string at, bool open) => Assert.Equal(open, Usual.IsOpen(In(Shanghai, at)));

    [Theory]
    [InlineData("2026-02-14T09:00", true)]                     // a Saturday that is worked
    [InlineData("2026-02-15T12:00", false)]                    // the Sunday after it is an ordinary one
    [InlineData("2026-02-16T12:00", false)]
    [InlineData("2026-02-18T09:00", true)]
    [InlineData("2026-02-09T19:59:59.999", true)]
    [InlineData("2026-02-09T20:00", false)]
    public void ADatesOwnRule_WinsOverTheWeeks(string at, bool open) => Assert.Equal(open, Festival.IsOpen(In(Shanghai, at)));

    [Fact]
    public void TheDate_IsTheZonesAndNotUtcs()
    {
        var monday = InstantPattern.ExtendedIso.Parse("2026-03-02T01:30:00Z").Value;
        var stillSunday = InstantPattern.ExtendedIso.Parse("2026-03-02T05:30:00Z").Value;

        Assert.True(Usual.IsOpen(monday));
        Assert.False(WorkCalendar.Usual(DateTimeZoneProviders.Tzdb["America/Los_Angeles"]).IsOpen(stillSunday));
    }

    [Theory]
    [InlineData("2026-03-06T20:00", "2026-03-09T10:00", 2)]    // Friday evening to Monday morning
    [InlineData("2026-03-06T21:00", "2026-03-09T09:00", 0)]
    [InlineData("2026-03-06T20:59", "2026-03-09T09:01", 2 / 60d)]
    [InlineData("2026-03-02T00:00", "2026-03-09T00:00", 60)]
    [InlineData("2026-03-02T10:00", "2026-03-02T12:30", 2.5)]
    [InlineData("2026-03-02T06:00", "2026-03-02T23:00", 12)]
    [InlineData("2026-03-02T10:00", "2026-03-02T10:00", 0)]
    [InlineData("2026-03-03T10:00", "2026-03-02T10:00", 0)]    // backwards is nothing, never a debt
    public void WorkingTime_CountsOpenHoursOnly(string from, string to, double hours) =>
        Assert.Equal(Duration.FromHours(hours), Usual.WorkingTime(In(Shanghai, from), In(Shanghai, to)));

    [Fact]
    public void WorkingTime_CountsMakeUpAndShortenedDays_AndNoHolidays() =>
        Assert.Equal(Duration.FromHours(11 + (4 * 12) + 12 + (3 * 12)), Festival.WorkingTime(In(Shanghai, "2026-02-09T00:00"), In(Shanghai, "2026-02-21T00:00")));

    [Theory]
    [InlineData("2026-03-28", 8)]
    [InlineData("2026-03-29", 7)]                              // the clocks skip an hour of the night shift
    [InlineData("2026-10-25", 9)]                              // and give it back
    public void AClockChangeWithinADay_IsCountedAsItIs(string date, double hours)
    {
        var nights = EveryDay(Berlin, new WorkHours(new LocalTime(0, 0), new LocalTime(8, 0)));

        Assert.Equal(Duration.FromHours(hours), nights.WorkingTime(In(Berlin, $"{date}T00:00"), In(Berlin, $"{date}T23:00")));
    }

    [Fact]
    public void AcrossAClockChange_TheWallClockRules()
    {
        var usual = WorkCalendar.Usual(Berlin);

        Assert.Equal(InstantPattern.General.Parse("2026-03-27T20:00:00Z").Value, usual.ClosedAround(In(Berlin, "2026-03-28T12:00"))?.Start);
        Assert.Equal(InstantPattern.General.Parse("2026-03-30T07:00:00Z").Value, usual.ClosedAround(In(Berlin, "2026-03-28T12:00"))?.End);
    }

    [Theory]
    [InlineData(2, 30, 3, 15, 0.25)]                           // opens when the clocks go on, at three
    [InlineData(1, 30, 2, 30, 0.5)]                            // closes at that instant
    [InlineData(2, 15, 2, 45, 0)]                              // falls into the skipped hour: not worked at all
    [InlineData(2, 30, 3, 0, 0)]
    public void HoursThatTheClocksSkip_AreNotWorked(int opensAt, int opensPast, int closesAt, int closesPast, double hours)
    {
        var calendar = EveryDay(Berlin, new WorkHours(new LocalTime(opensAt, opensPast), new LocalTime(closesAt, closesPast)));

        Assert.Equal(Duration.FromHours(hours), calendar.WorkingTime(In(Berlin, "2026-03-29T00:00"), In(Berlin, "2026-03-29T23:00")));
        Assert.Equal(In(Berlin, $"2026-03-30T{opensAt:00}:{opensPast:00}"), calendar.ClosedAround(In(Berlin, "2026-03-29T12:00"))?.End);
    }

    [Theory]
    [InlineData("2026-03-06T20:59:59.999", null)]
    [InlineData("2026-03-06T21:00", "2026-03-06T21:00 2026-03-09T09:00")]
    [InlineData("2026-03-07T12:00", "2026-03-06T21:00 2026-03-09T09:00")]
    [InlineData("2026-03-09T08:59", "2026-03-06T21:00 2026-03-09T09:00")]
    [InlineData("2026-03-09T09:00", null)]
    [InlineData("2026-03-03T03:00", "2026-03-02T21:00 2026-03-03T09:00")]
    [InlineData("2026-03-03T22:00", "2026-03-03T21:00 2026-03-04T09:00")]
    public void ClosedAround_IsTheWholeStretch(string at, string? expected) => Assert.Equal(expected, Words(Usual.ClosedAround(In(Shanghai, at))));

    [Fact]
    public void ClosedAround_RunsThroughHolidays_AndEndsAtMakeUpDays()
    {
        Assert.Equal("2026-02-13T21:00 2026-02-14T09:00", Words(Festival.ClosedAround(In(Shanghai, "2026-02-14T03:00"))));
        Assert.Equal("2026-02-14T21:00 2026-02-18T09:00", Words(Festival.ClosedAround(In(Shanghai, "2026-02-16T12:00"))));
    }

    [Fact]
    public void ACalendarThatIsClosedForGood_HasNoWorkingTime_AndTheSearchEnds()
    {
        var at = In(Shanghai, "2026-03-02T12:00");
        var year = Duration.FromDays(366);

        Assert.False(ClosedForGood.IsOpen(at));
        Assert.Equal(Duration.Zero, ClosedForGood.WorkingTime(at, at + year));
        Assert.Equal(new NodaTime.Interval(at - year, at + year), ClosedForGood.ClosedAround(at));
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(9, 1)]
    public void ADay_ClosesAfterItOpens(int hour, int openedPast) =>
        Assert.Throws<ArgumentException>(() => new WorkHours(new LocalTime(9, openedPast), new LocalTime(hour, 0)));

    [Fact]
    public void WorkingTime_IsAdditiveOverAnySplit_InAnyZone()
    {
        var start = InstantPattern.General.Parse("2026-01-01T00:00:00Z").Value;
        var minute = Gen.Choose(0, 525_600).Select(minutes => start + Duration.FromMinutes(minutes));
        var three = from a in minute from b in minute from c in minute select new[] { a, b, c }.Order().ToArray();
        var hours = from opens in Gen.Choose(0, 1438) from closes in Gen.Choose(opens + 1, 1439) select new WorkHours(Clock(opens), Clock(closes));
        var calendar = from zone in Gen.Elements(Shanghai, Berlin) from day in hours select EveryDay(zone, day);

        Prop.ForAll(three.ToArbitrary(), calendar.ToArbitrary(), (at, work) =>
            work.WorkingTime(at[0], at[1]) + work.WorkingTime(at[1], at[2]) == work.WorkingTime(at[0], at[2])
            && (work.ClosedAround(at[1]) is { } closed
                ? closed.Contains(at[1]) && work.WorkingTime(closed.Start, closed.End) == Duration.Zero && work.IsOpen(closed.End)
                : work.IsOpen(at[1]))).QuickCheckThrowOnFailure();

        static LocalTime Clock(int minutes) => LocalTime.Midnight.PlusMinutes(minutes);
    }

    private static WorkCalendar EveryDay(DateTimeZone zone, WorkHours hours) =>
        new(zone, Enumerable.Range(1, 7).ToDictionary(day => (IsoDayOfWeek)day, _ => hours), new Dictionary<LocalDate, WorkHours?>());

    private static Dictionary<IsoDayOfWeek, WorkHours> WeekOf(WorkHours hours) => Enumerable.Range(1, 5).ToDictionary(day => (IsoDayOfWeek)day, _ => hours);

    private static Instant In(DateTimeZone zone, string wallClock) =>
        (wallClock.Length > 16 ? LocalDateTimePattern.ExtendedIso : LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm")).Parse(wallClock).Value.InZoneStrictly(zone).ToInstant();

    private static string? Words(NodaTime.Interval? closed) => closed is { } stretch ? $"{Wall(stretch.Start)} {Wall(stretch.End)}" : null;

    private static string Wall(Instant at) => at.InZone(Shanghai).LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm", null);
}
