using System.Collections.Concurrent;
using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.History;

/// <summary>The totals of the last year's days, kept in memory. Costs one request an hour for each pool that somebody asks about, and none for one that nobody does.</summary>
/// <remarks>A year is 366 small rows, which are one page of the store: fewer days would cost the same and forget the last season.</remarks>
public sealed class PastDays(HistoryStore history, GuardOptions options, TimeProvider clock)
{
    private const int DaysKept = 366;

    /// <value>One page of the store. Orders are due on days to come, too.</value>
    private const int MostRows = 1_000;

    /// <value>An order joins these totals hours after it was closed anyway.</value>
    private static readonly Duration Fresh = Duration.FromHours(1);

    private readonly ConcurrentDictionary<PoolName, (Instant At, IReadOnlyList<TotalsRow> Days)> _read = new();

    /// <summary>Days on which an order was closed that has left for the history, the oldest first; up to an hour old.</summary>
    public async Task<IReadOnlyList<TotalsRow>> OfAsync(PoolName pool, CancellationToken cancel)
    {
        var now = clock.Now();
        if (_read.TryGetValue(pool, out var kept) && kept.At <= now && now - kept.At < Fresh)
        {
            return kept.Days;
        }

        var since = now.InZone(DateTimeZoneProviders.Tzdb[options.TimeZone]).Date.PlusDays(-DaysKept);
        var days = (await history.Rows.RangeAsync(pool, KeyRange.TotalsSince(since), MostRows, cancel)).Select(stored => stored.Row).OfType<TotalsRow>().ToList();
        _read[pool] = (now, days);
        return days;
    }
}
