using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.History;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Simulation.Outside;

/// <summary>What the history holds before a seed begins: shops that are known for letting orders lie, so that early warnings come within a seed's two hours.</summary>
internal static class SlowShops
{
    /// <value>They work all day, every day: seeds begin on a Saturday.</value>
    public static WorkCalendar Hours { get; } = new(
        DateTimeZone.Utc,
        Enumerable.Range(1, 7).ToDictionary(day => (IsoDayOfWeek)day, _ => new WorkHours(LocalTime.Midnight, new LocalTime(23, 59, 59))),
        new Dictionary<LocalDate, WorkHours?>());

    /// <summary>The chance from which a seed warns early: on first sight in one of eight, after an hour or so in another; the rest has none.</summary>
    public static double ThresholdOf(int seed) => (seed % 8) switch
    {
        0 => 0.01,
        4 => 0.87,
        _ => 0,
    };

    public static void Remember(Play play)
    {
        var yesterday = play.Scheduler.Instant.InUtc().Date.PlusDays(-1);
        foreach (var pool in play.Shops.GroupBy(shop => shop.Shop.Pool))
        {
            play.History.Hold(pool.Key, new TotalsRow(
                yesterday, DayTotals.None, [.. pool.Select(shop => new ShopTotals(shop.Shop.Name, 100, 90, new HandOverRecord(100, Duration.FromHours(6_000))))]));
        }
    }
}
