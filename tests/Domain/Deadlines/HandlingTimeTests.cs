using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Domain.Tests.Deadlines;

/// <summary>Berlin, Monday to Friday, 9 to 21; 2026-03-02 is a Monday, Good Friday is 2026-04-03.</summary>
public sealed class HandlingTimeTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private static readonly WorkCalendar Calendar = new(
        Berlin,
        Enumerable.Range(1, 5).ToDictionary(day => (IsoDayOfWeek)day, _ => WorkHours.Usual),
        new Dictionary<LocalDate, WorkHours?> { [new LocalDate(2026, 4, 3)] = null, [new LocalDate(2026, 4, 6)] = null, [new LocalDate(2026, 4, 11)] = WorkHours.Usual });

    [Theory]
    [InlineData("03-02 13:59", "03-03 13:59")]
    [InlineData("03-02 14:00", "03-03 14:00")]                                        // at the cut-off: taken today
    [InlineData("03-02 14:01", "03-03 21:00")]                                        // after it: a whole day from Tuesday's opening
    [InlineData("03-06 14:00", "03-09 14:00")]
    [InlineData("03-06 14:01", "03-09 21:00")]
    [InlineData("03-07 10:00", "03-09 21:00")]
    [InlineData("03-27 14:01", "03-30 21:00")]                                        // summer time begins in between
    [InlineData("10-23 14:00", "10-26 14:00")]                                        // and ends
    [InlineData("04-02 15:00", "04-07 21:00")]                                        // Easter
    [InlineData("04-10 15:00", "04-11 21:00")]                                        // a Saturday that is worked
    public void WorkingTime_RunsFromTheOrder_OrFromTheNextWorkingDay(string start, string expected) =>
        Assert.Equal(expected, Wall(new HandlingTime(Duration.FromHours(12), Calendar, new LocalTime(14, 0)).EndFrom(At(start))));

    [Fact]
    public void WithoutACutOff_EveryOrderCountsAtOnce() =>
        Assert.Equal("03-03 15:00", Wall(new HandlingTime(Duration.FromHours(12), Calendar).EndFrom(At("03-02 15:00"))));

    [Theory]
    [InlineData("03-28 12:00", "03-30 13:00")]                                        // 48 hours are 48 hours: an hour later on the wall in spring
    [InlineData("10-24 12:00", "10-26 11:00")]
    [InlineData("03-06 12:00", "03-08 12:00")]                                        // through the weekend
    public void ClockTime_RunsThroughNightsAndHolidays(string start, string expected) =>
        Assert.Equal(expected, Wall(new HandlingTime(Duration.FromHours(48)).EndFrom(At(start))));

    [Fact]
    public void AShopThatNeverOpens_CountsByTheClock()
    {
        var never = new WorkCalendar(Berlin, new Dictionary<IsoDayOfWeek, WorkHours>(), new Dictionary<LocalDate, WorkHours?>());

        Assert.Equal("03-04 15:00", Wall(new HandlingTime(Duration.FromHours(48), never, new LocalTime(14, 0)).EndFrom(At("03-02 15:00"))));
    }

    private static Instant At(string wallClock) => Form.Parse(wallClock).Value.InZoneStrictly(Berlin).ToInstant();

    private static string Wall(Instant at) => Form.Format(at.InZone(Berlin).LocalDateTime);

    private static LocalDateTimePattern Form { get; } = LocalDateTimePattern.CreateWithInvariantCulture("MM-dd HH:mm").WithTemplateValue(new LocalDateTime(2026, 1, 1, 0, 0));
}
