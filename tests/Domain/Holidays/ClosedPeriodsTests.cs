using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Holidays;

namespace ShipBy.Domain.Tests.Holidays;

/// <summary>Which days in a row are a closed period. 2026-02-02 is a Monday.</summary>
public sealed class ClosedPeriodsTests
{
    [Theory]
    [InlineData("", "", "")]                                                                                                     // weekends alone
    [InlineData("2026-02-04=Day", "", "2026-02-04..2026-02-04 Day")]
    [InlineData("2026-02-05=Day", "", "2026-02-05..2026-02-05 Day")]                                                             // Friday is worked
    [InlineData("2026-02-06=Day", "", "2026-02-06..2026-02-08 Day")]                                                             // with the weekend after it
    [InlineData("2026-02-09=Day", "", "2026-02-07..2026-02-09 Day")]                                                             // and the one before it
    [InlineData("2026-02-06=Day", "2026-02-07", "2026-02-06..2026-02-06 Day")]                                                   // unless that is worked
    [InlineData("2026-02-05=Eve: moved;2026-02-06=Feast (first);2026-02-07=Feast", "", "2026-02-05..2026-02-08 Feast")]          // by the name of most
    [InlineData("2026-02-04=", "", "2026-02-04..2026-02-04 –")]
    [InlineData("2026-02-02=Day", "", "2026-01-31..2026-02-02 Day")]                                                             // it has begun
    [InlineData("2026-02-12=A", "", "2026-02-12..2026-02-12 A")]                                                                 // the last day in sight
    [InlineData("2026-02-16=A", "", "")]
    public void DaysOffInARow_AreOnePeriod(string off, string worked, string expected) =>
        Assert.Equal(expected, string.Join(';', ClosedPeriods.Of(Shop(off, worked), [], new LocalDate(2026, 2, 2), 10).Select(period => $"{period.Id} {period.Name}")));

    [Theory]
    [InlineData("2026-02-01..2026-02-01", "2026-02-05..2026-02-05 A")]                                                           // over
    [InlineData("2026-02-01..2026-02-02", "2026-02-01..2026-02-02  ZTO;2026-02-05..2026-02-05 A")]
    [InlineData("2026-02-03..2026-02-04", "2026-02-03..2026-02-04  ZTO;2026-02-05..2026-02-05 A")]
    [InlineData("2026-02-03..2026-02-05", "2026-02-05..2026-02-05 A ZTO")]
    [InlineData("2026-02-05..2026-02-20", "2026-02-05..2026-02-05 A ZTO")]
    [InlineData("2026-02-06..2026-02-20", "2026-02-05..2026-02-05 A;2026-02-06..2026-02-20  ZTO")]
    [InlineData("2026-02-13..2026-02-20", "2026-02-05..2026-02-05 A")]                                                           // out of sight
    public void AShutdown_BelongsToThePeriodThatItTouches_OrIsOneItself(string shutdown, string expected)
    {
        var ends = shutdown.Split("..").Select(Day).ToList();
        var tariff = new CarrierTariff { Id = Guid.Empty, Name = "ZTO", Shutdowns = [new Shutdown(ends[0], ends[1])] };

        var periods = ClosedPeriods.Of(Shop("2026-02-05=A", ""), [tariff, tariff with { Id = Guid.NewGuid() }], new LocalDate(2026, 2, 2), 10);

        Assert.Equal(expected, string.Join(';', periods.Select(period => $"{period.Id} {period.Name} {string.Join(',', period.Paused)}".TrimEnd())));
    }

    [Theory]
    [InlineData("Spring Festival: eve and first three days", Holiday.SpringFestival)]
    [InlineData("New Year and Christmas (01-03 moved to 01-09)", Holiday.NewYearAndChristmas)]
    [InlineData("defender's day", Holiday.DefendersDay)]
    [InlineData("Women's Day", Holiday.WomensDay)]
    [InlineData("Mid-Autumn", Holiday.MidAutumn)]
    [InlineData("other", Holiday.Other)]
    [InlineData("Stocktaking", Holiday.Other)]
    [InlineData("", Holiday.Other)]
    public void NamesOfTheCalendarsThatComeWithTheProgram_AreKnown(string name, Holiday kind) => Assert.Equal(kind, HolidayName.KindOf(name));

    [Fact]
    public void HandlingTimes_EndWithTheFirstDayAfter()
    {
        var period = new ClosedPeriod(Day("2026-02-05"), Day("2026-02-06"), "A", []);
        var pack = HolidayPolicy.Of(period, Day("2026-02-04"), [], Shop("2026-02-05=A;2026-02-06=A", ""), new LocalDateTime(2026, 2, 2, 12, 0));

        Assert.Equal((Day("2026-02-04"), Day("2026-02-09")), (pack.LastDay, pack.Again));
        Assert.Equal([(Day("2026-02-05"), 4 * 24 + 48), (Day("2026-02-06"), 3 * 24 + 48)], HolidayPolicy.HandlingIn(pack, Duration.FromHours(48)).Select(day => (day.Day, (int)day.Handling.TotalHours)));
    }

    private static WorkCalendar Shop(string off, string worked)
    {
        var named = off.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')).ToDictionary(part => Day(part[0]), part => part[1]);
        var days = named.Keys.ToDictionary(day => day, _ => (WorkHours?)null);
        if (worked.Length > 0)
        {
            days[Day(worked)] = WorkHours.Usual;
        }

        return new(DateTimeZone.Utc, Enumerable.Range(1, 5).ToDictionary(day => (IsoDayOfWeek)day, _ => WorkHours.Usual), days, named);
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
