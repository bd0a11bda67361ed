using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Carriers;

namespace ShipBy.Domain.Holidays;

/// <summary>Finds the closed periods ahead in the shop's calendar and the table of carriers.</summary>
public static class ClosedPeriods
{
    /// <value>A calendar that is closed for longer is closed for good.</value>
    private const int Longest = 62;

    /// <summary>What begins within so many days, and what has begun and is not over, the soonest first.</summary>
    /// <remarks>A weekend alone is none; one beside a holiday belongs to it, unless it is worked.</remarks>
    public static IReadOnlyList<ClosedPeriod> Of(WorkCalendar shop, IReadOnlyList<CarrierTariff> table, LocalDate today, int days)
    {
        var ours = Shops(shop, today, days).ToList();
        var shuts = from tariff in table
                    from shut in tariff.Shutdowns
                    where shut.To >= today && shut.From <= today.PlusDays(days)
                    select (shut, tariff.Name);
        var (with, alone) = (new List<ClosedPeriod>(), shuts.Where(one => !ours.Exists(period => period.Touches(one.shut))));
        with.AddRange(ours.Select(period => period with { Paused = Names(shuts.Where(one => period.Touches(one.shut)).Select(one => one.Name)) }));
        with.AddRange(alone.GroupBy(one => one.shut, one => one.Name).Select(one => new ClosedPeriod(one.Key.From, one.Key.To, "", Names(one))));
        return [.. with.OrderBy(period => period.From).ThenBy(period => period.To)];
    }

    private static IEnumerable<ClosedPeriod> Shops(WorkCalendar shop, LocalDate today, int days)
    {
        var date = today;
        for (var back = 0; back < Longest && IsClosed(date.PlusDays(-1)) && IsClosed(today); back++)
        {
            date = date.PlusDays(-1);
        }

        for (var last = today.PlusDays(days); date <= last; date = date.PlusDays(1))
        {
            if (!IsClosed(date))
            {
                continue;
            }

            var from = date;
            while (IsClosed(date.PlusDays(1)) && Period.DaysBetween(from, date) < Longest)
            {
                date = date.PlusDays(1);
            }

            if (NameOf(shop, from, date) is { } name)
            {
                yield return new ClosedPeriod(from, date, name, []);
            }
        }

        bool IsClosed(LocalDate day) => shop.HoursOf(day) is null;
    }

    /// <returns>The name that most of its days have, the first of several; null where none is off by name.</returns>
    private static string? NameOf(WorkCalendar shop, LocalDate from, LocalDate to)
    {
        var off = new DateInterval(from, to).Where(shop.IsNamedOff).ToList();
        var names = off.Select(day => HolidayName.Bare(shop.NameOf(day) ?? "")).Where(name => name.Length > 0);
        return off.Count == 0 ? null : names.GroupBy(name => name).OrderByDescending(name => name.Count()).FirstOrDefault()?.Key ?? "–";
    }

    private static IReadOnlyList<string> Names(IEnumerable<string> carriers) => [.. carriers.Distinct().Order(StringComparer.OrdinalIgnoreCase)];
}
