using NodaTime;
using ShipBy.Domain.Peaks;

namespace ShipBy.Domain.Tests.Peaks;

public class ParcelForecastTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly LocalDate Today = new(2026, 11, 25);

    [Fact]
    public void AWeekday_IsExpectedLikeItsLastFour()
    {
        var shipped = new Dictionary<LocalDate, int> { [Today.PlusWeeks(-1)] = 10, [Today.PlusWeeks(-2)] = 20, [Today.PlusWeeks(-3)] = 30, [Today.PlusWeeks(-4)] = 40, [Today.PlusWeeks(-5)] = 1_000, [Today.PlusDays(-1)] = 7 };

        var days = Of(shipped: shipped, since: Today.PlusWeeks(-10));

        Assert.Equal(25, days[0].Expected);
        Assert.Equal(25, days[7].Expected);
        Assert.Equal(1.75, days[6].Expected);       // a Tuesday: 7, and three without any
        Assert.Equal(0, days[1].Expected);
    }

    [Theory]
    [InlineData(1, null)]       // yesterday is the first day that is known, and no Wednesday
    [InlineData(6, null)]
    [InlineData(7, 10.0)]
    [InlineData(8, 10.0)]
    [InlineData(14, 5.0)]       // two Wednesdays, one of them empty
    public void WhatWasBeforeTheBeginning_IsNotCountedAsEmpty(int daysKnown, double? expected) =>
        Assert.Equal(expected, Of(shipped: new() { [Today.PlusWeeks(-1)] = 10 }, since: Today.PlusDays(-daysKnown))[0].Expected);

    [Fact]
    public void OpenOrders_CountOnTheirDay_AndWhatIsOverdueToday()
    {
        var days = Of(due: new() { [Today.PlusDays(-3)] = 2, [Today] = 3, [Today.PlusDays(1)] = 4 });

        Assert.Equal([5, 4, 0], days.Take(3).Select(day => day.Due));
    }

    [Theory]
    [InlineData(4, 9, 9)]
    [InlineData(9, 4, 9)]
    public void ADay_AsksForTheLargerOfBoth(int due, int usual, int expected)
    {
        var days = Of(due: new() { [Today] = due }, shipped: Enumerable.Range(1, 4).ToDictionary(week => Today.PlusWeeks(-week), _ => usual), since: Today.PlusYears(-1));

        Assert.Equal(expected, days[0].Parcels);
    }

    [Fact]
    public void WhatADayCannotTake_IsPackedOnTheDaysBefore()
    {
        var days = Of(due: new() { [Today.PlusDays(1)] = 4, [Today.PlusDays(2)] = 25 }, capacity: _ => 10);

        Assert.Equal([9, 6, 0], days.Take(3).Select(day => day.PackAhead));
        Assert.Equal([false, false, true], days.Take(3).Select(day => day.IsTooMuch));
    }

    [Fact]
    public void WhatFindsNoRoom_FallsToTheFirstDay()
    {
        var days = Of(due: new() { [Today] = 8, [Today.PlusDays(1)] = 10, [Today.PlusDays(2)] = 16 }, capacity: _ => 10);

        Assert.Equal([6, 0, 0], days.Take(3).Select(day => day.PackAhead));
        Assert.Equal([true, false, true], days.Take(3).Select(day => day.IsTooMuch));
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void ADayIsFull_PastItsCapacity(int due, bool isTooMuch) => Assert.Equal(isTooMuch, Of(due: new() { [Today] = due }, capacity: _ => 10)[0].IsTooMuch);

    [Fact]
    public void ADayOff_SendsItsParcelsToTheDayBefore() => Assert.Equal(3, Of(due: new() { [Today.PlusDays(1)] = 3 }, capacity: day => day == Today ? 10 : 0)[0].PackAhead);

    [Fact]
    public void WithoutACapacity_NothingIsTooMuch() => Assert.All(Of(due: new() { [Today] = 1_000_000 }), day => Assert.False(day.IsTooMuch || day.PackAhead > 0));

    private static IReadOnlyList<ForecastDay> Of(Dictionary<LocalDate, int>? due = null, Dictionary<LocalDate, int>? shipped = null, LocalDate? since = null, Func<LocalDate, int?>? capacity = null) =>
        ParcelForecast.Of(Today, 8, due ?? [], shipped ?? [], since, capacity ?? (_ => null));
}
