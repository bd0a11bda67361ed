using NodaTime;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.Quality;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using static ShipBy.Domain.Quality.QualityMeasure;

namespace ShipBy.Domain.Tests.Quality;

public sealed class KeyFigureTests
{
    private static readonly LocalDate Today = new(2026, 3, 4);       // a Wednesday

    [Fact]
    public void WithoutAnyOrder_NoFigureIsAvailable() =>
        Assert.All(QualityBook.Empty.Figures(Today, DateTimeZone.Utc, FigureThresholds.None, null, DefectKinds.All), figure => Assert.Equal((null, 0, FigureStatus.None), (figure.Now.Value, figure.Now.Population, figure.Status)));

    [Fact]
    public void EachFigure_IsDefinedOnce() => Assert.Equal(Enum.GetValues<FigureName>(), FigureDefinition.All.Select(one => one.Name).Order());

    /// <summary>Both ends of a window are in it.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    [InlineData(-1, false)]
    public void AWindow_EndsToday_AndHasItsDays(int daysAgo, bool isIn)
    {
        var book = Book((Today.PlusDays(-daysAgo), QualityTally.Of([(Due, 4), (QualityMeasure.Late, 1)])));

        Assert.Equal(isIn ? (0.25m, 4) : (null, 0), Of(book, FigureName.LateRate));
    }

    /// <summary>A parcel that is promised for today may still arrive.</summary>
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void TheCarriersWindow_EndsYesterday(int daysAgo, bool isIn)
    {
        var book = Book((Today.PlusDays(-daysAgo), QualityTally.Of([(Delivered, 1), (DeliveredInTime, 1), (Undelivered, 1)])));

        Assert.Equal(isIn ? (0.5m, 2) : (null, 0), Of(book, FigureName.CarrierOnTime));
    }

    [Theory]
    [InlineData(FigureName.LateRate, 1, 8)]             // due in the window
    [InlineData(FigureName.AmazonLateRate, 2, 10)]      // placed in the window
    [InlineData(FigureName.DefectRate, 3, 10)]
    [InlineData(FigureName.AmazonDefectRate, 2, 10)]
    [InlineData(FigureName.CancelRate, 1, 10)]
    [InlineData(FigureName.BuyerCancelRate, 3, 10)]
    [InlineData(FigureName.OtherCancelRate, 0, 10)]
    [InlineData(FigureName.OrderFillRate, 4, 5)]
    [InlineData(FigureName.UnitFillRate, 10, 20)]       // one big order fails: no level bounds another
    [InlineData(FigureName.OrderAccuracy, 6, 7)]
    [InlineData(FigureName.Satisfaction, 1, 2)]
    [InlineData(FigureName.WarningYield, 2, 3)]
    public void AShare_HasItsOwnPopulation(FigureName name, int hits, int population)
    {
        var tally = QualityTally.Sum(
        [
            QualityTally.Of([(Ordered, 10), (CancelledBySeller, 1), (CancelledByBuyer, 3), (Reserved, 5), (FilledAtOnce, 4), (UnitsReserved, 20), (UnitsFilledAtOnce, 10), (Reviewed, 2), (Satisfied, 1)], DefectKinds.Late | DefectKinds.BadReview),
            QualityTally.Of([(Due, 8), (QualityMeasure.Late, 1), (Warned, 3), (WarnedAndSaved, 2), (Shipped, 7), (Inaccurate, 1)], DefectKinds.Late),
            QualityTally.Of([], DefectKinds.Chargeback),
        ]);

        Assert.Equal(FigureValue.Share(hits, population), FigureValue.Of(name, tally));
    }

    [Fact]
    public void TheSellersOwnKinds_AreCounted() => Assert.Equal(1, FigureValue.Of(FigureName.DefectRate, QualityTally.Of([(Ordered, 2)], DefectKinds.Late), DefectKinds.Late | DefectKinds.Lost).Hits + FigureValue.Of(FigureName.DefectRate, QualityTally.Of([(Ordered, 2)], DefectKinds.Late), DefectKinds.Lost).Hits);

    [Theory]
    [InlineData("1", 1, 1)]
    [InlineData("1 2", 1, 2)]
    [InlineData("1 2 3", 2, 3)]
    [InlineData("1 1 1 1 1 1 1 1 1 9", 1, 1)]
    [InlineData("1 1 1 1 1 1 1 1 9 9", 1, 9)]
    [InlineData("1 1 1 1 1 9 9 9 9 9 9", 9, 9)]
    public void MedianAndNinety_AreHoursThatSomeOrderTook(string hours, int median, int ninety)
    {
        var tally = QualityTally.Of([], took: HandlingTimes.Of(hours.Split(' ').Select(text => HandlingTimes.Of(Duration.FromHours(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture))))));

        Assert.Equal((median, ninety), (FigureValue.Of(FigureName.HandlingMedian, tally).Value, FigureValue.Of(FigureName.HandlingNinety, tally).Value));
    }

    [Fact]
    public void TheMean_IsOfMinutes() => Assert.Equal(1.5m, FigureValue.Of(FigureName.HandlingMean, QualityTally.Of([(Timed, 2), (MinutesTaken, 180)])).Value);

    /// <summary>One too many here never makes good one too few there.</summary>
    [Fact]
    public void StockAccuracy_NeverNets()
    {
        CountedLine[] lines = [new(Sample.Mug, 95, 100, CountedLineState.Taken), new(Sku.Parse("B"), 105, 100), new(Sku.Parse("C"), 5, 5), new(Sku.Parse("D"), 5, 7, CountedLineState.Moved), new(Sku.Parse("E"), 5, 7, CountedLineState.Dropped)];
        var book = QualityBook.Empty with { Takings = [new StockTaking(Guid.NewGuid(), Sample.Noon, "Anna", lines)] };

        Assert.Equal((1m / 3, 3), Of(book, FigureName.StockAccuracy));
    }

    [Theory]
    [InlineData(FigureName.LateRate, 0.0319, FigureStatus.Good)]
    [InlineData(FigureName.LateRate, 0.032, FigureStatus.AtRisk)]
    [InlineData(FigureName.LateRate, 0.0399, FigureStatus.AtRisk)]
    [InlineData(FigureName.LateRate, 0.04, FigureStatus.Bad)]
    [InlineData(FigureName.CarrierOnTime, 0.032, FigureStatus.AtRisk)]      // the other way round: from 0.04 on it is good
    [InlineData(FigureName.CarrierOnTime, 0.0319, FigureStatus.Bad)]
    public void AThreshold_IsReachedAtItsValue(FigureName name, double value, FigureStatus status)
    {
        var isLess = FigureDefinition.Of(name).IsLessBetter;

        Assert.Equal(status, new FigureThreshold("*", name, isLess ? 0.032m : 0.04m, isLess ? 0.04m : 0.032m, Today, "").Judge((decimal)value));
    }

    [Fact]
    public void AMarketplacesOwnThreshold_GoesBeforeTheGeneralOne()
    {
        var thresholds = new FigureThresholds([new("*", FigureName.LateRate, 1, 2, Today, "all"), new("ozon", FigureName.LateRate, 3, 4, Today, "ozon")]);

        Assert.Equal(("ozon", "all", null), (thresholds.Of("ozon", FigureName.LateRate)!.Source, thresholds.Of("taobao", FigureName.LateRate)!.Source, thresholds.Of("ozon", FigureName.CancelRate)));
    }

    [Fact]
    public void TheTrend_HasTwelveWeeksBeforeTheOneThatRuns()
    {
        var monday = new LocalDate(2026, 3, 2);
        var book = Book((monday, QualityTally.Of([(Due, 2), (QualityMeasure.Late, 1)])), (monday.PlusDays(-1), QualityTally.Of([(Due, 4)])), (monday.PlusWeeks(-12), QualityTally.Of([(Due, 1)])), (monday.PlusWeeks(-12).PlusDays(-1), QualityTally.Of([(Due, 1)])), (Today.PlusDays(1), QualityTally.Of([(Due, 7)])));

        var weeks = book.Figures(Today, DateTimeZone.Utc, FigureThresholds.None, null, DefectKinds.All).Single(figure => figure.Definition.Name == FigureName.LateRate).Weeks;

        Assert.Equal((13, monday.PlusWeeks(-12), monday), (weeks.Count, weeks[0].Monday, weeks[^1].Monday));
        Assert.Equal([1, .. Enumerable.Repeat(0, 10), 4, 2], weeks.Select(week => (int)week.Value.Population));
    }

    [Theory]
    [InlineData(1, 0, 3, 1, WeekTurn.Worse, DefectKind.Late)]             // worse: two late ones more, one bad review more
    [InlineData(0, 3, 1, 1, WeekTurn.Better, DefectKind.BadReview)]       // better, although there is a late one more
    [InlineData(1, 2, 1, 2, WeekTurn.Same, DefectKind.BadReview)]        // the same: what is most
    public void WhatChanged_IsNamedByTheKindThatMovedMost(int lateBefore, int badBefore, int late, int bad, WeekTurn turn, DefectKind cause)
    {
        var change = WeekChange.Of(Book((Today, Week(late, bad)), (Today.PlusDays(-7), Week(lateBefore, badBefore)), (Today.PlusDays(-14), Week(9, 9))), Today, DefectKinds.All);

        Assert.Equal((late + bad, lateBefore + badBefore, turn, cause), (change.Now.Hits, change.Before.Hits, change.Turn, change.Cause));
    }

    [Fact]
    public void ABetterWeek_NamesWhatBecameLess()
    {
        var change = WeekChange.Of(Book((Today, Week(1, 2)), (Today.PlusDays(-7), Week(3, 2))), Today, DefectKinds.All);

        Assert.Equal((WeekTurn.Better, DefectKind.Late, 1, 3), (change.Turn, change.Cause, change.CauseNow, change.CauseBefore));
    }

    [Fact]
    public void WithoutAWeekBefore_NothingIsCompared() => Assert.Null(WeekChange.Of(Book((Today, Week(1, 1))), Today, DefectKinds.All).Turn);

    private static QualityTally Week(int late, int bad) => QualityTally.Sum(
        [QualityTally.Of([(Ordered, 100)]), .. Enumerable.Repeat(QualityTally.Of([], DefectKinds.Late), late), .. Enumerable.Repeat(QualityTally.Of([], DefectKinds.BadReview), bad)]);

    private static QualityBook Book(params (LocalDate Day, QualityTally Tally)[] days) => new(days.ToDictionary(day => day.Day, day => day.Tally), []);

    private static (decimal?, long) Of(QualityBook book, FigureName name)
    {
        var value = book.Figures(Today, DateTimeZone.Utc, FigureThresholds.None, null, DefectKinds.All).Single(figure => figure.Definition.Name == name).Now;
        return (value.Value, value.Population);
    }
}
