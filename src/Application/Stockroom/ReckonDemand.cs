using System.Collections.Concurrent;
using NodaTime;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Stockroom;

/// <summary>How many units of each product were ordered on each of the last days, as far as ShipBy knows.</summary>
/// <remarks>Reads all orders of ledger and history, a request for a thousand of them, when somebody asks; the answer is kept for hours.</remarks>
public sealed class ReckonDemand(ILedger ledger, HistoryStore history, GuardOptions options, TimeProvider clock)
{
    /// <value>A season; older sales say little of the next weeks.</value>
    public const int MostDays = 90;

    private const int OnePage = 1_000;

    private static readonly Duration Fresh = Duration.FromHours(6);

    private readonly ConcurrentDictionary<PoolName, (Instant At, Demand Demand)> _kept = new();

    public async Task<Demand> RunAsync(PoolName pool, CancellationToken cancel)
    {
        var now = clock.Now();
        if (_kept.TryGetValue(pool, out var kept) && kept.At <= now && now - kept.At < Fresh)
        {
            return kept.Demand;
        }

        var count = new Count(now.InZone(DateTimeZoneProviders.Tzdb[options.TimeZone]));
        var here = (await ledger.OrdersAsync(pool, cancel)).Values.Select(stored => stored.Order()).ToDictionary(order => order.Key);
        foreach (var order in here.Values)
        {
            count.Add(order);
        }

        for (var range = KeyRange.Orders; ;)
        {
            var page = await history.Rows.RangeAsync(pool, range, OnePage, cancel);
            foreach (var order in page.Select(stored => stored.Order()).Where(order => !here.ContainsKey(order.Key)))      // one that is just leaving is in both
            {
                count.Add(order);
            }

            if (page.Count < OnePage)
            {
                break;
            }

            range = KeyRange.Orders.After(page[^1].Row.Key);
        }

        var demand = count.ToDemand();
        _kept[pool] = (now, demand);
        return demand;
    }

    /// <remarks>Whole days only: today is not over, and would look like a bad one.</remarks>
    private sealed class Count(ZonedDateTime now)
    {
        private readonly Dictionary<Sku, int[]> _units = [];
        private int _known;

        public void Add(Order order)
        {
            var ago = Period.Between(order.OrderedAt.InZone(now.Zone).Date, now.Date, PeriodUnits.Days).Days;
            _known = Math.Max(_known, Math.Min(ago, MostDays));
            if (ago is < 1 or > MostDays || order.State == OrderState.Cancelled)
            {
                return;
            }

            foreach (var (sku, units) in order.Lines.SelectMany(line => line.OnTheShelf()))
            {
                var days = _units.TryGetValue(sku, out var known) ? known : _units[sku] = new int[MostDays];
                days[ago - 1] += units;
            }
        }

        public Demand ToDemand() => new(_known, _units.ToDictionary(one => one.Key, one => (IReadOnlyList<int>)one.Value[.._known]));
    }
}

/// <param name="Days">Whole days that are known, at most <see cref="ReckonDemand.MostDays"/>: since the oldest order.</param>
/// <param name="Units">By product and day, yesterday first; products that were not sold are in none.</param>
public sealed record Demand(int Days, IReadOnlyDictionary<Sku, IReadOnlyList<int>> Units);
