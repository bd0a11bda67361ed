using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Settings;
using ShipBy.Application.Transit;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Estimates;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Desk;

/// <summary>Reads the ledger for the seller's page and writes what the seller says there.</summary>
public sealed class Desk(
    ILedger ledger, PastOrders pastOrders, Prospects prospects, WorkCalendar calendar, Pools pools, Channels channels, RefusedMessages refused, TendOrder tendOrder, ToldConsignments toldConsignments, TendConsignment tendConsignment, GuardOptions options, TimeProvider clock) : IDesk
{
    private const int MostNotices = 1_000;

    private const int MostProblems = 20;

    public async Task<TodayView> TodayAsync(OrderFilter filter, CancellationToken cancel)
    {
        var now = clock.Now();
        var midnight = Midnight(now);
        var orders = new List<Order>();
        var open = new List<(Order Order, TodayOrder Row)>();
        var mails = new List<Notice>();
        var promises = new Dictionary<string, PromiseReview>(StringComparer.Ordinal);
        foreach (var pool in pools.Shown)
        {
            var ofPool = (await ledger.OrdersAsync(pool, cancel)).Values.Select(stored => stored.Order()).ToList();
            var expected = await prospects.OfAsync(pool, ofPool, now, cancel);
            orders.AddRange(ofPool);
            open.AddRange(ofPool.Where(order => order.State.IsOpen()).Select(order => (order, Row(order, QuestionsOf(order, now), now) with { Outlook = expected.Outlooks.GetValueOrDefault(order.Key), Cost = expected.Costs.GetValueOrDefault(order.Key) })));
            mails.AddRange((await ledger.RangeAsync(pool, KeyRange.SaidSince(midnight), MostNotices, cancel)).Select(stored => ((SaidRow)stored.Row).Notice));
            mails.AddRange((await ledger.RangeAsync(pool, KeyRange.OpenNotices, MostNotices, cancel)).Select(stored => ((NoticeRow)stored.Row).Notice));
            foreach (var (shop, review) in expected.Promises)
            {
                promises[shop] = review;
            }
        }

        var sorted = open.OrderBy(one => Pressure.Of(one.Order.ShipBy, one.Order.Value, one.Order.Key.Number, calendar, now), MostPressing.First)
            .Where(one => filter.Fits(one.Order, one.Row.Questions.Count > 0, now)).Select(one => one.Row);
        var vigil = new List<LedgerRow>();
        foreach (var pool in pools.Shown)
        {
            vigil.AddRange((await ledger.RangeAsync(pool, KeyRange.Vigil, MostNotices, cancel)).Select(stored => stored.Row));
        }

        var troubles = new List<OfferTroubleRow>();
        foreach (var channel in pools.All.SelectMany(channels.Of<IStockChannel>).Where(channel => channel.Terms is not null))
        {
            troubles.AddRange(await ledger.FindAsync(channel.Shop.Pool, RowKey.OfferTrouble(channel.Shop.Name), cancel) is { Row: OfferTroubleRow row } ? [row] : []);
        }

        return Compose(now, midnight, [.. sorted], [.. open.Select(one => one.Row)], orders, mails, await ShippedAndGoneAsync(now, cancel), ShopsIn(vigil, troubles, promises)) with
        {
            IsSample = pools.IsEmpty,
            Alerts = [.. vigil.OfType<AlertRow>().Select(row => row.Alert).Where(alert => alert.ToldAt is not null).OrderByDescending(alert => alert.Severity).ThenBy(alert => alert.Since)],
            Consignments = await toldConsignments.AllAsync(now, cancel),
        };
    }

    public Task<bool> AcknowledgeAsync(OrderKey order, string by, CancellationToken cancel) => tendOrder.AcknowledgeAsync(order, by, cancel);

    public Task<bool> SnoozeAsync(OrderKey order, string by, Duration time, CancellationToken cancel) => tendOrder.SnoozeAsync(order, by, time, cancel);

    public Task<bool> AssignAsync(OrderKey order, string owner, CancellationToken cancel) => tendOrder.AssignAsync(order, owner, cancel);

    public Task<bool> AcknowledgeParcelAsync(OrderKey order, string by, CancellationToken cancel) => tendConsignment.AcknowledgeAsync(order, by, cancel);

    public Task<bool> SettleParcelAsync(OrderKey order, CancellationToken cancel) => tendConsignment.SettleAsync(order, cancel);

    /// <remarks>What was asked already, somebody has looked at.</remarks>
    private IReadOnlyList<ReviewReason> QuestionsOf(Order order, Instant now) => order.Instruction is { State: not InstructionState.Refused }
        ? []
        : ShippingPolicy.QuestionsOf(order, pools.OnTheDesk.FirstOrDefault(shop => shop.Name == order.Key.Shop)?.Rules.Shipping ?? ShippingRules.None, now);

    private static TodayView Compose(
        Instant now, Instant midnight, IReadOnlyList<TodayOrder> shown, IReadOnlyList<TodayOrder> open, IReadOnlyList<Order> orders, IReadOnlyList<Notice> mails, int shippedAndGone, IReadOnlyList<TodayShop> shops) => new(
            now,
            shown,
            [.. mails.OrderByDescending(mail => mail.CreatedAt).SelectMany(mail => mail.Problems.Select(line => new TodayProblem(mail.CreatedAt, line.Subject, line.Reason))).Take(MostProblems)],
            new TodayCounts(
                open.Count,
                open.Count(order => order.ShipBy < now),
                open.Count(order => order.State == OrderState.OutOfStock),
                open.Count(order => order.State == OrderState.SetAside),
                orders.Count(order => order.ShippedAt >= midnight) + shippedAndGone,
                mails.Count(mail => mail.State is NoticeState.Sent or NoticeState.Undecided)),
            shops)
        {
            Carriers = [.. orders.Where(order => order.State.IsOpen()).Select(order => order.Carrier).OfType<string>().Distinct().Order(StringComparer.CurrentCulture)],
        };

    private static TodayOrder Row(Order order, IReadOnlyList<ReviewReason> questions, Instant now) => new(
        order.Key,
        order.State,
        order.RawStatus,
        order.ShipBy,
        order.ShipBy - now,
        WarningLines.Goods(order),
        order.Value,
        order.MissingUnits,
        order.Flaw,
        order.Carrier,
        [.. order.Warned.Where(note => note.Fate == RungFate.Named)],
        order.Acknowledged)
    {
        Owner = order.Owner,
        ShipByRule = order.ShipByRule,
        Questions = questions,
        Instruction = order.Instruction,
        Preparation = order.Preparation,
        HasWish = order.Recipient?.Wish is not null || order.Remarks.Contains(PostingRemark.Note),
    };

    private TodayShop[] ShopsIn(List<LedgerRow> vigil, List<OfferTroubleRow> troubles, Dictionary<string, PromiseReview> promises) =>
    [
        .. pools.OnTheDesk.Select(shop => (Shop: shop, Trouble: troubles.FirstOrDefault(row => row.Shop == shop.Name))).Select(one => new TodayShop(one.Shop.Name, LastHeardOf(one.Shop, vigil))
        {
            StockUntoldSince = one.Trouble?.FailingSince,
            StockRefused = one.Trouble?.Refused ?? 0,
            Promise = promises.GetValueOrDefault(one.Shop.Name),
        }).Select(WithRefused),
    ];

    private TodayShop WithRefused(TodayShop shop) => refused.Counts.Where(count => count.Key.Shop == shop.Name).ToDictionary(count => count.Key.Answer, count => count.Value) is { Count: > 0 } counts
        ? shop with { RefusedMessages = counts }
        : shop;

    /// <summary>When it was read whole last; of a shop that cannot be asked, about when it told something.</summary>
    private Instant? LastHeardOf(Shop shop, List<LedgerRow> vigil) => pools.Tellers.Contains(shop.Name)
        ? vigil.OfType<BeatRow>().FirstOrDefault(beat => beat.Name == WatchOurselves.SignOfPushes(shop))?.At
        : vigil.OfType<WatchRow>().FirstOrDefault(watch => watch.Shop == shop.Name)?.ReadUpTo;

    /// <summary>Orders shipped today that have left for the history already.</summary>
    private async Task<int> ShippedAndGoneAsync(Instant now, CancellationToken cancel)
    {
        var today = now.InZone(DateTimeZoneProviders.Tzdb[options.TimeZone]).Date;
        var totals = await Task.WhenAll(pools.Shown.Select(pool => pastOrders.TotalsAsync(pool, today, cancel)));

        return totals.Sum(day => day.Shipped);
    }

    /// <summary>When the seller's day began.</summary>
    private Instant Midnight(Instant now)
    {
        var zone = DateTimeZoneProviders.Tzdb[options.TimeZone];
        return zone.AtStartOfDay(now.InZone(zone).Date).ToInstant();
    }
}
