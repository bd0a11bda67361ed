using NodaTime;

namespace ShipBy.Domain.Quality;

/// <summary>A key figure as it is shown: what it says of its window, how it stands, and how it came here.</summary>
/// <param name="First">First day of the window.</param>
/// <param name="Last">Last day of the window, included.</param>
/// <param name="Threshold">Null where nobody demands anything.</param>
/// <param name="Weeks">The weeks before and the one that runs, the oldest first.</param>
public sealed record KeyFigure(FigureDefinition Definition, FigureValue Now, LocalDate First, LocalDate Last, FigureThreshold? Threshold, IReadOnlyList<WeekPoint> Weeks)
{
    /// <value>Weeks of the trend, the one that runs besides.</value>
    public const int WeeksBefore = 12;

    public FigureStatus Status => Now.Value is { } value && Threshold is { } demanded ? demanded.Judge(value) : FigureStatus.None;
}

/// <param name="Monday">Its first day.</param>
public sealed record WeekPoint(LocalDate Monday, FigureValue Value);

/// <summary>Days of one shop, or of several together, and what was counted on its shelves.</summary>
/// <param name="Days">By the seller's day.</param>
/// <param name="Takings">Of the pools of these shops.</param>
public sealed record QualityBook(IReadOnlyDictionary<LocalDate, QualityTally> Days, IReadOnlyList<Stock.StockTaking> Takings)
{
    public static QualityBook Empty { get; } = new(new Dictionary<LocalDate, QualityTally>(), []);

    /// <value>How far back anything is asked for: the longest window, or the trend.</value>
    public const int DaysNeeded = 7 * (KeyFigure.WeeksBefore + 1) + 7;

    public QualityTally Between(LocalDate first, LocalDate last) => QualityTally.Sum(Days.Where(day => day.Key >= first && day.Key <= last).Select(day => day.Value));

    /// <summary>One figure over some days, both included.</summary>
    public FigureValue Value(FigureName name, DateTimeZone zone, LocalDate first, LocalDate last, DefectKinds counted) =>
        name == FigureName.StockAccuracy ? StockAccuracy.Of(Takings, zone, first, last) : FigureValue.Of(name, Between(first, last), counted);

    /// <summary>All figures as of a day.</summary>
    /// <param name="marketplace">Whose thresholds count; null where shops of several are put together.</param>
    public IReadOnlyList<KeyFigure> Figures(LocalDate today, DateTimeZone zone, FigureThresholds thresholds, string? marketplace, DefectKinds counted)
    {
        var monday = today.PlusDays(1 - (int)today.DayOfWeek);
        return
        [
            .. from definition in FigureDefinition.All
               let last = today.PlusDays(-definition.Lag)
               let first = last.PlusDays(1 - definition.Days)
               select new KeyFigure(
                   definition,
                   Value(definition.Name, zone, first, last, counted),
                   first,
                   last,
                   thresholds.Of(marketplace ?? FigureThreshold.AnyMarketplace, definition.Name),
                   [
                       .. from back in Enumerable.Range(0, KeyFigure.WeeksBefore + 1).Reverse()
                          let week = monday.PlusWeeks(-back)
                          let end = LocalDate.Min(week.PlusDays(6), last)
                          select new WeekPoint(week, end < week ? FigureValue.NotAvailable : Value(definition.Name, zone, week, end, counted)),
                   ]),
        ];
    }

    public static QualityBook operator +(QualityBook one, QualityBook other) => new(
        one.Days.Concat(other.Days).GroupBy(day => day.Key, day => day.Value).ToDictionary(day => day.Key, QualityTally.Sum),
        [.. one.Takings.Concat(other.Takings).DistinctBy(taking => taking.Id)]);
}
