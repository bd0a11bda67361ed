using Microsoft.Extensions.Logging;
using NodaTime;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Costs;

/// <summary>An order that may miss its deadline, or has.</summary>
public sealed record OrderAtStake(OrderKey Key, Money? Value, Instant Deadline)
{
    /// <summary>What a marketplace charges follows its own limit for handing over: missing a shop's own handling time costs nothing, nor do the stages before.</summary>
    /// <remarks>A carrier's last pick-up comes before the limit, and nobody charges for what lies between.</remarks>
    /// <returns>Null where nothing can be charged.</returns>
    public static OrderAtStake? Of(OrderKey key, Money? value, Instant? deadline, ShipByRule? rule) =>
        deadline is { } at && rule?.Kind is not (DeadlineRule.ConfirmLimit or DeadlineRule.PackLimit or DeadlineRule.HandlingTime) ? new OrderAtStake(key, value, rule?.Limit ?? at) : null;
}

/// <summary>Says of orders what missing their deadlines costs. Asks the history at most once an hour for each pool, however many orders and digests there are.</summary>
public sealed class CostReading(PastDays pastDays, CostTable table, GuardOptions options, TimeProvider clock, ILogger<CostReading> log)
{
    /// <returns>One for each order. Costs are an addition to a warning: where the history does not answer, they are told without the error index.</returns>
    public async Task<IReadOnlyDictionary<OrderKey, CostOfMissing>> OfAsync(PoolName pool, IReadOnlyCollection<OrderAtStake> orders, CancellationToken cancel)
    {
        var now = clock.Now();
        var shares = orders.Count > 0 && table.IndexDays is { } window ? await SharesAsync(pool, window, now, cancel) : new Dictionary<string, LateShare>();

        return orders.DistinctBy(order => order.Key).ToDictionary(
            order => order.Key,
            order => CostOfMissing.Of(order.Value, now - order.Deadline, table, shares.GetValueOrDefault(order.Key.Shop)));
    }

    private async Task<IReadOnlyDictionary<string, LateShare>> SharesAsync(PoolName pool, int window, Instant now, CancellationToken cancel)
    {
        try
        {
            var today = now.InZone(DateTimeZoneProviders.Tzdb[options.TimeZone]).Date;
            return Shares(await pastDays.OfAsync(pool, cancel), new DateInterval(today.PlusDays(-window), today.PlusDays(-1)));
        }
        catch (LedgerUnreachableException silence)
        {
            GuardLog.LedgerSilent(log, pool.Value, silence.Message);
            return new Dictionary<string, LateShare>();
        }
    }

    /// <summary>By shop. A shop whose record does not reach back to the window's first day has none: what came before ShipBy would be missing from it.</summary>
    private static Dictionary<string, LateShare> Shares(IReadOnlyList<TotalsRow> days, DateInterval window) =>
        (from day in days
         from shop in day.Shops ?? []
         group (day.Day, shop) by shop.Shop into ofShop
         where ofShop.Min(one => one.Day) <= window.Start
         let counted = ofShop.Where(one => window.Contains(one.Day)).Select(one => one.shop).ToList()
         select (ofShop.Key, new LateShare(counted.Sum(shop => shop.HandedOverLate), counted.Sum(shop => shop.HandedOver))))
        .ToDictionary(share => share.Key, share => share.Item2, StringComparer.Ordinal);
}
