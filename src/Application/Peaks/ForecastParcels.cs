using NodaTime;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Peaks;

namespace ShipBy.Application.Peaks;

/// <summary>Looks two weeks ahead: what is due, what is to be expected, and what can be packed.</summary>
public sealed class ForecastParcels(ILedger ledger, PastDays pastDays, Pools pools, WorkCalendar calendar, GuardOptions options, TimeProvider clock)
{
    private const int Days = 14;

    public async Task<IReadOnlyList<ForecastDay>> RunAsync(CancellationToken cancel)
    {
        var zone = DateTimeZoneProviders.Tzdb[options.TimeZone];
        var (due, shipped) = (new Dictionary<LocalDate, int>(), new Dictionary<LocalDate, int>());
        LocalDate? since = null;
        foreach (var pool in pools.Shown)
        {
            foreach (var deadline in (await ledger.OrdersAsync(pool, cancel)).Values.Select(stored => stored.Order()).Where(order => order.State.IsOpen()).Select(order => order.ShipBy).OfType<Instant>())
            {
                Add(due, deadline.InZone(zone).Date, 1);
            }

            foreach (var row in await pastDays.OfAsync(pool, cancel))
            {
                Add(shipped, row.Day, row.Totals.Shipped);
                since = since is { } first && first < row.Day ? first : row.Day;
            }
        }

        return ParcelForecast.Of(clock.Now().InZone(zone).Date, Days, due, shipped, since, day => options.PackingCapacity is not { } capacity ? null : calendar.HoursOf(day) is null ? 0 : capacity);
    }

    private static void Add(Dictionary<LocalDate, int> days, LocalDate day, int parcels) => days[day] = days.GetValueOrDefault(day) + parcels;
}
