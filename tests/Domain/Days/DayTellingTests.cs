using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Days;

namespace ShipBy.Domain.Tests.Days;

public sealed class DayTellingTests
{
    [Theory]
    [InlineData("2026-03-02T04:59:59Z", null)]
    [InlineData("2026-03-02T05:00:00Z", "2026-03-02")]          // 08:00 in Moscow
    [InlineData("2026-03-02T08:59:59Z", "2026-03-02")]          // who was down says it later
    [InlineData("2026-03-02T09:00:00Z", null)]                  // and after four hours no more
    public void AnHour_IsTold_WhenItHasCome(string now, string? day) => Assert.Equal(Day(day), Due("08:00", "Europe/Moscow", now));

    [Theory]
    [InlineData("2026-03-01", "2026-03-02")]
    [InlineData("2026-03-02", null)]
    [InlineData("2026-03-03", null)]                            // the zone of the settings was another one
    public void ADay_IsToldOnce(string told, string? day) => Assert.Equal(Day(day), Due("08:00", "Europe/Moscow", "2026-03-02T05:10:00Z", told));

    [Theory]
    [InlineData("2026-03-02T20:44:00Z", null, null)]
    [InlineData("2026-03-02T20:45:00Z", null, "2026-03-02")]
    [InlineData("2026-03-02T21:10:00Z", null, "2026-03-02")]    // noticed after midnight, it is still yesterday's
    [InlineData("2026-03-02T21:10:00Z", "2026-03-02", null)]
    [InlineData("2026-03-03T00:45:00Z", null, null)]
    public void AnHourBeforeMidnight_IsNotLostBehindIt(string now, string? told, string? day) => Assert.Equal(Day(day), Due("23:45", "Europe/Moscow", now, told));

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-29T01:00:00Z")]         // the clocks skip it: when they go on
    [InlineData("Europe/Berlin", "2026-10-25", "2026-10-25T00:30:00Z")]         // it occurs twice: the first time
    [InlineData("Europe/Berlin", "2026-06-01", "2026-06-01T00:30:00Z")]
    [InlineData("Europe/Moscow", "2026-03-29", "2026-03-28T23:30:00Z")]
    public void AnHourThatTheClocksSkipOrRepeat_IsOneInstant(string zone, string day, string at) => Assert.Equal(At(at), Telling("02:30", zone).On(Day(day)!.Value));

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T00:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-24T22:00:00Z")]
    [InlineData("America/Sao_Paulo", "2018-11-04T02:00:00Z")]                   // its clocks skipped midnight
    [InlineData("Pacific/Apia", "2011-12-29T10:00:00Z")]                        // it had no 30th of December
    public void AroundAClockChange_EveryDayThatThereIs_IsToldOnce(string zone, string from)
    {
        foreach (var hour in new[] { "00:00", "02:30", "12:00", "23:59" })
        {
            var telling = Telling(hour, zone);
            var told = new List<LocalDate>();
            for (var now = At(from) - Duration.FromHours(30); now < At(from) + Duration.FromHours(60); now += Duration.FromMinutes(30))
            {
                told.AddRange(telling.DueBy(now, told.Count == 0 ? null : told[^1]) is { } day ? [day] : []);
            }

            var days = told.Select(day => telling.StartOf(day).InZone(telling.Zone).Date).ToList();
            Assert.Equal(days.Distinct().Order(), told);
            Assert.InRange(told.Count, 3, 5);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void AnEmptyText_IsNever(string text) => Assert.Null(DayTelling.Parse(text, DateTimeZone.Utc));

    [Theory]
    [InlineData("8")]
    [InlineData("24:00")]
    [InlineData("08:00-09:00")]
    [InlineData("in the morning")]
    public void AnythingElse_IsRefused(string text) => Assert.Throws<FormatException>(() => DayTelling.Parse(text, DateTimeZone.Utc));

    private static DayTelling Telling(string at, string zone) => DayTelling.Parse(at, DateTimeZoneProviders.Tzdb[zone])!;

    private static LocalDate? Due(string at, string zone, string now, string? told = null) => Telling(at, zone).DueBy(At(now), Day(told));

    private static LocalDate? Day(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
