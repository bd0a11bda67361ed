using NodaTime;

namespace ShipBy.Domain.Peaks;

/// <summary>How many parcels a day will ask for, against how many can be packed.</summary>
/// <remarks>
/// What is expected of a weekday is the mean of the last four of that weekday (a seasonal naive forecast of period seven, averaged): round, explainable, and hard to beat with the
/// few orders of one seller. Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.2. Open orders are counted on the day of their deadline; a day's forecast is the larger of both,
/// because most orders that are due soon are known already and most that are due later are not.
/// </remarks>
public static class ParcelForecast
{
    /// <value>Weeks that are looked back on.</value>
    public const int Weeks = 4;

    /// <summary>The days from <paramref name="today"/> on.</summary>
    /// <param name="due">Open orders by the day of their deadline; what is overdue already counts for today.</param>
    /// <param name="shipped">Parcels of the days before today; a day that is not there had none, if the shop was there by then.</param>
    /// <param name="since">The first day that anything is known of; null where nothing is.</param>
    /// <param name="capacity">Parcels that can be packed on a day; null where nobody said; 0 on a day off.</param>
    public static IReadOnlyList<ForecastDay> Of(LocalDate today, int days, IReadOnlyDictionary<LocalDate, int> due, IReadOnlyDictionary<LocalDate, int> shipped, LocalDate? since, Func<LocalDate, int?> capacity)
    {
        var forecast = Enumerable.Range(0, days).Select(ahead => today.PlusDays(ahead)).Select(day => new ForecastDay(
            day,
            day == today ? due.Where(one => one.Key <= today).Sum(one => one.Value) : due.GetValueOrDefault(day),
            ExpectedOn(day, today, shipped, since),
            capacity(day))).ToList();
        return Spread(forecast);
    }

    /// <returns>Null where no such weekday is known yet.</returns>
    private static double? ExpectedOn(LocalDate day, LocalDate today, IReadOnlyDictionary<LocalDate, int> shipped, LocalDate? since)
    {
        var last = today.PlusDays(-1);
        last = last.PlusDays(-Mod(last.DayOfWeek - day.DayOfWeek));
        var known = Enumerable.Range(0, Weeks).Select(week => last.PlusWeeks(-week)).Where(date => since is { } first && date >= first).ToList();
        return known.Count == 0 ? null : known.Average(date => shipped.GetValueOrDefault(date));
    }

    private static int Mod(int days) => (days % 7 + 7) % 7;

    /// <summary>What is more than a day takes has to be packed before, on the latest days that still have room; what finds none falls to the first day.</summary>
    private static List<ForecastDay> Spread(List<ForecastDay> days)
    {
        var (ahead, burden) = (new int[days.Count], 0);
        for (var index = days.Count - 1; index >= 0; index--)
        {
            var room = days[index].Capacity - days[index].Parcels ?? 0;
            ahead[index] = index == 0 ? burden : Math.Min(burden, Math.Max(0, room));
            burden += Math.Max(0, -room) - ahead[index];
        }

        return [.. days.Select((day, index) => day with { PackAhead = ahead[index] })];
    }
}

/// <summary>One day ahead.</summary>
/// <param name="Due">Open orders whose deadline falls on it.</param>
/// <param name="Expected">Of that weekday; null where none is known yet.</param>
/// <param name="Capacity">Null where nobody said.</param>
public sealed record ForecastDay(LocalDate Day, int Due, double? Expected, int? Capacity)
{
    /// <value>Parcels of later days that have to be packed on this one already.</value>
    public int PackAhead { get; init; }

    public int Parcels => Math.Max(Due, (int)Math.Ceiling(Expected ?? 0));

    /// <value>Whether more is to be packed on it than can be.</value>
    public bool IsTooMuch => Parcels + PackAhead > Capacity;
}
