using NodaTime;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Quality;

/// <summary>Reads how well the shops do: the days of the history, and on top of them the orders that are still in the ledger.</summary>
/// <remarks>
/// Three ranges a pool, whatever the number of orders in the history. An order that has come back from it is counted as it is now, and its copy is taken off. The history is
/// read before the ledger, and anew each time: an order that leaves between the two reads is missing from one answer, and never counted twice.
/// </remarks>
public sealed class LookAtQuality(ILedger ledger, HistoryStore history, TakeStock takeStock, DayRules rules, Pools pools, FigureThresholds thresholds, QualityRules quality, TimeProvider clock)
{
    private const int AllRows = int.MaxValue;

    /// <param name="asOf">The day to look from; null: today.</param>
    public async Task<QualitySheet> RunAsync(CancellationToken cancel, LocalDate? asOf = null)
    {
        var now = clock.Now();
        var today = asOf ?? rules.DayOf(now);
        var books = new Dictionary<string, QualityBook>(StringComparer.Ordinal);
        foreach (var pool in pools.All)
        {
            var (days, takings) = (await DaysAsync(pool, today, now, cancel), await takeStock.AllAsync(pool, cancel));
            foreach (var shop in pools.Shops.Where(shop => shop.Pool == pool))
            {
                books[shop.Name] = new QualityBook(
                    days.Where(day => day.Quality.Shop == shop.Name).GroupBy(day => day.Day, day => day.Quality.Tally).ToDictionary(day => day.Key, QualityTally.Sum), takings);
            }
        }

        return new QualitySheet(today, rules.Zone, [.. pools.Shops.DistinctBy(shop => shop.Name)], books, thresholds, quality.Counted);
    }

    /// <summary>Orders that went wrong and were placed on these days, those still in the ledger among them.</summary>
    public async Task<IReadOnlyList<TroubledOrder>> TroublesAsync(PoolName pool, LocalDate from, LocalDate until, CancellationToken cancel)
    {
        var now = clock.Now();
        var past = (await history.Rows.RangeAsync(pool, KeyRange.Troubles(from, until), AllRows, cancel)).Select(stored => ((TroubleRow)stored.Row).Order);
        var live = (await ledger.OrdersAsync(pool, cancel)).ToDictionary(order => order.Key, order => order.Value.Order());

        return [.. past.Where(order => !live.ContainsKey(order.Key)).Concat(live.Values.Where(order => rules.DayOf(order.OrderedAt) is var day && day >= from && day <= until).Select(order => TroubledOrder.Of(order, now)).OfType<TroubledOrder>())
            .OrderBy(order => order.OrderedAt)];
    }

    private async Task<IReadOnlyList<(LocalDate Day, ShopQuality Quality)>> DaysAsync(PoolName pool, LocalDate today, Instant now, CancellationToken cancel)
    {
        var past = (await history.Rows.RangeAsync(pool, KeyRange.TotalsSince(today.PlusDays(-QualityBook.DaysNeeded)), AllRows, cancel)).Select(stored => (TotalsRow)stored.Row).SelectMany(row => (row.Quality ?? []).Select(shop => (row.Day, shop)));
        var live = (await ledger.OrdersAsync(pool, cancel)).Values.Select(stored => stored.Order()).ToList();
        var back = await history.Rows.OrdersAsync(pool, [.. live.Where(order => order.HasLeft).Select(order => order.Key)], cancel);

        return [.. past, .. live.SelectMany(order => TalliesOf(order, now)), .. back.Values.SelectMany(copy => TalliesOf(copy.Order(), now)).Select(one => (one.Day, one.Quality with { Tally = -one.Quality.Tally }))];
    }

    private IEnumerable<(LocalDate Day, ShopQuality Quality)> TalliesOf(Order order, Instant now) =>
        QualityPolicy.Of(order, rules.Zone, now).Select(day => (day.Key, new ShopQuality(order.Key.Shop, day.Value)));
}

/// <summary>How well the shops do, as of a day of the seller's.</summary>
/// <param name="Books">By shop.</param>
/// <param name="Counted">Which defects the seller counts.</param>
public sealed record QualitySheet(
    LocalDate Today, DateTimeZone Zone, IReadOnlyList<Shop> Shops, IReadOnlyDictionary<string, QualityBook> Books, FigureThresholds Thresholds, DefectKinds Counted)
{
    /// <param name="shop">Null: all shops together.</param>
    public QualityBook BookOf(string? shop) => shop is null ? Books.Values.Aggregate(QualityBook.Empty, (sum, book) => sum + book) : Books.GetValueOrDefault(shop, QualityBook.Empty);

    /// <inheritdoc cref="BookOf"/>
    /// <param name="asOf">Another day to look from; null: today.</param>
    public IReadOnlyList<KeyFigure> FiguresOf(string? shop, LocalDate? asOf = null) => BookOf(shop).Figures(asOf ?? Today, Zone, Thresholds, KindOf(shop), Counted);

    public WeekChange ChangeOf(string? shop) => WeekChange.Of(BookOf(shop), Today, Counted);

    /// <remarks>Where all shops are of one marketplace, its demands count for them together.</remarks>
    private string? KindOf(string? shop)
    {
        var kinds = Shops.Where(one => shop is null || one.Name == shop).Select(one => one.Kind).Distinct().Take(2).ToList();
        return kinds is [var only] ? only : null;
    }
}

/// <summary>What the seller counts.</summary>
/// <param name="Counted">Kinds of defects of the own defect rate.</param>
public sealed record QualityRules(DefectKinds Counted)
{
    public static QualityRules Usual { get; } = new(DefectKinds.All);
}
