using NodaTime;
using NodaTime.Text;
using ShipBy.Adapters.Calendars;
using ShipBy.Domain.Calendars;
using ShipBy.TestKit;

namespace ShipBy.Adapters.Tests.Calendars;

/// <summary>The calendars that ship with the product, read whole, as they lie beside the program.</summary>
public sealed class ShippedCalendarTests
{
    private static readonly WorkCalendar China = CalendarFile.Read("china", DateTimeZoneProviders.Tzdb["Asia/Shanghai"]);

    private static readonly WorkCalendar Russia = CalendarFile.Read("Russia", DateTimeZoneProviders.Tzdb["Europe/Moscow"]);

    /// <summary>Every weekday that is off and every weekend day that is worked: nothing missing, nothing more.</summary>
    [Fact]
    public void China2026_IsTheNotice()
    {
        Assert.Equal(
            "01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07",
            Days(China, 2026, (date, hours) => hours is null && !IsWeekend(date)));
        Assert.Equal("01-04 02-14 02-28 05-09 09-20 10-10", Days(China, 2026, (date, hours) => hours is not null && IsWeekend(date)));
    }

    [Fact]
    public void China2027_IsTheProjection_WithoutMakeUpDays()
    {
        Assert.Equal(
            "01-01 02-05 02-08 02-09 02-10 02-11 02-12 04-05 05-03 05-04 05-05 06-09 09-15 10-01 10-04 10-05 10-06 10-07",
            Days(China, 2027, (date, hours) => hours is null && !IsWeekend(date)));
        Assert.Equal("", Days(China, 2027, (date, hours) => hours is not null && IsWeekend(date)));
    }

    [Theory]
    [InlineData(2026, "01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31", "04-30 05-08 06-11 11-03")]
    [InlineData(2027, "01-01 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-03 05-10 06-14 11-04 12-31", "02-22 04-30 06-11 11-03")]
    public void Russia_IsTheCodeAndTheDecree(int year, string off, string shortened)
    {
        Assert.Equal(off, Days(Russia, year, (date, hours) => hours is null && !IsWeekend(date)));
        Assert.Equal(shortened, Days(Russia, year, (_, hours) => hours?.Closes == new LocalTime(20, 0)));
        Assert.Equal("", Days(Russia, year, (date, hours) => hours is not null && IsWeekend(date)));
    }

    [Fact]
    public void SpringFestival_IsOneClosedStretch()
    {
        var within = InstantPattern.General.Parse("2026-02-18T04:00:00Z").Value;

        Assert.Equal("2026-02-14T13:00:00Z/2026-02-24T01:00:00Z", China.ClosedAround(within).ToString());
    }

    [Theory]
    [InlineData("china.csv")]
    [InlineData("russia.csv")]
    public void EveryBlock_TellsItsSourceAndHowSureItIs(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryRoot.Folder, "src/Adapters/Calendars/Files", file));
        var blocks = lines.SkipWhile(line => line != "#").Aggregate(new List<List<string>>(), (all, line) =>
        {
            if (line == "#")
            {
                all.Add([]);
            }

            all[^1].Add(line);
            return all;
        });

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block =>
        {
            var comment = string.Join(' ', block.Where(line => line.StartsWith('#')));
            Assert.Contains("Source: ", comment, StringComparison.Ordinal);
            Assert.Matches("Confidence: (official|computed|projection)", comment);
            Assert.Contains(block, line => !line.StartsWith('#'));
        });
    }

    private static bool IsWeekend(LocalDate date) => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;

    private static string Days(WorkCalendar calendar, int year, Func<LocalDate, WorkHours?, bool> which) => string.Join(
        ' ',
        new DateInterval(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31)).Where(date => which(date, calendar.HoursOf(date))).Select(date => date.ToString("MM-dd", null)));
}
