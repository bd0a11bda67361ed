using NodaTime;
using ShipBy.Application.History;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Quality;

namespace ShipBy.Application.Quality;

/// <summary>Reads which orders were late or cancelled, why, and what that cost.</summary>
/// <remarks>Two ranges a pool, whatever the number of orders: the small rows of the history, and the orders that are still in the ledger. No whole order of the history is read.</remarks>
public sealed class LookAtCauses(LookAtQuality lookAtQuality, Pools pools, DayRules rules, CostTable costs, TimeProvider clock)
{
    /// <param name="days">Of the seller's, today among them, by the day of the order.</param>
    /// <param name="shop">Null: all shops.</param>
    /// <returns>Null where there is no such shop.</returns>
    public async Task<CauseSheet?> RunAsync(int days, string? shop, CancellationToken cancel)
    {
        if (shop is not null && pools.OfShop(shop) is null)
        {
            return null;
        }

        var now = clock.Now();
        var (first, last) = (rules.DayOf(now).PlusDays(1 - days), rules.DayOf(now));
        var cases = new List<CauseCase>();
        foreach (var pool in pools.Shown.Where(pool => shop is null || pools.OfShop(shop) == pool))
        {
            var orders = await lookAtQuality.TroublesAsync(pool, first, last, cancel);
            cases.AddRange(orders.Where(order => order.HasCause && (shop is null || order.Key.Shop == shop)).Select(order => CauseCase.Of(order, costs, now)));
        }

        return new CauseSheet(
            first, last, rules.Zone, now, [.. pools.OnTheDesk.Select(one => one.Name).Distinct()], shop,
            [.. cases.OrderByDescending(one => one.Order.OrderedAt).ThenBy(one => one.Order.Key.Number, StringComparer.Ordinal)]);
    }
}

/// <summary>Orders of some days that were late or cancelled.</summary>
/// <param name="Shop">Null: all.</param>
/// <param name="Cases">The newest first.</param>
public sealed record CauseSheet(LocalDate First, LocalDate Last, DateTimeZone Zone, Instant AsOf, IReadOnlyList<string> Shops, string? Shop, IReadOnlyList<CauseCase> Cases)
{
    public IReadOnlyList<CauseCount> Counts { get; } = CauseCount.Of(Cases.Select(one => one.Order));

    public IReadOnlyList<Pattern> Patterns { get; } = PatternPolicy.Of([.. Cases.Select(one => one.Order)], Zone);
}

/// <summary>One of them.</summary>
/// <param name="LateBy">Null where it was not late, or nobody knows.</param>
/// <param name="Cost">What being so late is charged with, by the table of the settings; null where nothing is known, and where it was not late.</param>
public sealed record CauseCase(TroubledOrder Order, Duration? LateBy, CostOfMissing? Cost)
{
    public bool IsOpen => Order is { ShippedAt: null, CancelledAt: null };

    /// <remarks>What has been handed over gets no later: the table's last step looms only for one that is open. The shop's error index is one for all of its orders, and says nothing of one.</remarks>
    public static CauseCase Of(TroubledOrder order, CostTable table, Instant now)
    {
        var lateBy = order.LateBy(now);
        var cost = lateBy is { } length && !order.IsLimitFree ? CostOfMissing.Of(order.Value, length, table, share: null) : null;
        var said = cost is { Surcharge: { } charged } && (order.ShippedAt ?? order.CancelledAt) is not null ? cost with { Surcharge = charged with { Worst = null } } : cost;
        return new CauseCase(order, lateBy, said?.Surcharge is null ? null : said);
    }
}
