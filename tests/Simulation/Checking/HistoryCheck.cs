using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Simulation.Checking;

/// <summary>What left the ledger is in the history as it left, and the totals of each day are the sum of its orders.</summary>
internal sealed class HistoryCheck(Play play)
{
    private readonly Dictionary<PoolName, PoolMirror> _pools = [];

    /// <summary>Whether the history has this very order.</summary>
    public bool Has(Order order) => _pools.Values.Any(pool => pool[RowKey.Order(order.Key)] is OrderRow row && row.Order with { HasLeft = order.HasLeft } == order);

    public void Committed(PoolName pool, CommitSet commit)
    {
        var mirror = _pools.TryGetValue(pool, out var known) ? known : _pools[pool] = new PoolMirror();
        foreach (var change in commit.Changes)
        {
            mirror.Apply(change);
        }
    }

    /// <summary>What key figures count of each day and shop is what the orders of the history are.</summary>
    private void CheckQuality(PoolMirror mirror, DateTimeZone zone)
    {
        var orders = mirror.Rows.OfType<OrderRow>().Select(row => row.Order).SelectMany(order => QualityPolicy.Of(order, zone, order.ClosedAt!.Value).Select(day => (day.Key, order.Key.Shop, Tally: day.Value)))
            .GroupBy(one => (one.Key, one.Shop), one => one.Tally).ToDictionary(day => day.Key, QualityTally.Sum);
        var rows = mirror.Rows.OfType<TotalsRow>().SelectMany(row => (row.Quality ?? []).Select(shop => ((row.Day, shop.Shop), shop.Tally))).ToDictionary();
        foreach (var key in orders.Keys.Union(rows.Keys).Where(key => !orders.GetValueOrDefault(key, QualityTally.None).Equals(rows.GetValueOrDefault(key, QualityTally.None))))
        {
            play.Violate(Rule.HistoryAddsUp, $"{key}: what key figures count of the day is not what its orders are");
        }
    }

    public void Finish()
    {
        var zone = DateTimeZoneProviders.Tzdb[play.Plan.Options.TimeZone];
        foreach (var mirror in _pools.Values)
        {
            CheckQuality(mirror, zone);
            var orders = mirror.Rows.OfType<OrderRow>().Select(row => row.Order).ToLookup(order => order.ClosedAt!.Value.InZone(zone).Date);
            var totals = mirror.Rows.OfType<TotalsRow>().ToDictionary(row => row.Day, row => row.Totals);
            foreach (var day in orders.Select(day => day.Key).Union(totals.Keys))
            {
                var shipped = orders[day].Where(order => order.State == OrderState.Shipped).ToList();
                var sum = (shipped.Count, orders[day].Count() - shipped.Count, shipped.SelectMany(order => order.Lines).Sum(line => line.Quantity));
                var told = totals.TryGetValue(day, out var row) ? (row.Shipped, row.Cancelled, row.UnitsShipped) : (0, 0, 0);
                if (sum != told)
                {
                    play.Violate(Rule.HistoryAddsUp, $"{day}: the orders add up to {sum} shipped, cancelled, units; the totals say {told}");
                }
            }
        }
    }
}
