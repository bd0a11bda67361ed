using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Ledger;
using ShipBy.Domain.History;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Kills.Tests;

/// <summary>What must agree among the rows of a pool once nobody works on it any more.</summary>
internal static class StoredState
{
    private static readonly KeyRange Everything = new("", "~");

    /// <param name="accepted">Ids of the mails that the mail service has.</param>
    /// <returns>A sentence for each disagreement.</returns>
    public static async Task<IReadOnlyList<string>> ComplaintsAsync(ILedger ledger, ILedger history, PoolName pool, IReadOnlySet<Guid> accepted, CancellationToken cancel)
    {
        var (rows, past) = (await RowsAsync(ledger, pool, cancel), await RowsAsync(history, pool, cancel));
        var orders = Orders(rows);

        return [.. Indexes(rows, orders), .. Holds(rows, orders), .. Mails([.. rows, .. past], accepted), .. Totals(past)];
    }

    private static async Task<IReadOnlyList<LedgerRow>> RowsAsync(ILedger ledger, PoolName pool, CancellationToken cancel) =>
        [.. (await ledger.RangeAsync(pool, Everything, int.MaxValue, cancel)).Select(stored => stored.Row)];

    private static IReadOnlyList<Order> Orders(IEnumerable<LedgerRow> rows) => [.. rows.OfType<OrderRow>().Select(row => row.Order)];

    /// <summary>What the days of the history count is what its orders are: a move that was cut in two counted nothing twice.</summary>
    private static IEnumerable<string> Totals(IReadOnlyList<LedgerRow> past)
    {
        var (counted, orders) = (Sum(past.OfType<TotalsRow>().Select(row => row.Totals)), Sum(Orders(past).Select(DayTotals.Of)));
        var quality = QualityTally.Sum(past.OfType<TotalsRow>().SelectMany(row => row.Quality ?? []).Select(shop => shop.Tally));
        var right = QualityTally.Sum(Orders(past).SelectMany(order => QualityPolicy.Of(order, DateTimeZone.Utc, order.ClosedAt!.Value).Values));       // of all days together: any zone says the same
        return [.. counted == orders ? [] : (string[])[$"the history counts {counted} and its orders are {orders}"], .. quality.Equals(right) ? [] : (string[])["what the days count for key figures is not what their orders are"]];
    }

    private static DayTotals Sum(IEnumerable<DayTotals> totals) => totals.Aggregate(DayTotals.None, (sum, one) => sum + one);

    /// <summary>Index rows follow from the orders alone: none is missing, none is left over, and what they repeat of an order is the same.</summary>
    private static IEnumerable<string> Indexes(IReadOnlyList<LedgerRow> rows, IReadOnlyList<Order> orders)
    {
        var expected = orders.SelectMany(OrderWrite.Rows).Where(IsIndex).Select(row => row.Key).ToHashSet();
        var stored = rows.Where(IsIndex).Select(row => row.Key).ToHashSet();
        var byKey = orders.ToDictionary(order => order.Key);

        return expected.Except(stored).Select(key => $"the index row {key} is missing")
            .Concat(stored.Except(expected).Select(key => $"the index row {key} is left over"))
            .Concat(rows.OfType<WaitingRow>().Where(row => byKey.TryGetValue(row.Order.Key, out var order) && !AreEqual(row.Order, order)).Select(row => $"{row.Key} is not as its order is"));
    }

    private static IEnumerable<string> Holds(IReadOnlyList<LedgerRow> rows, IReadOnlyList<Order> orders)
    {
        var held = orders.Where(order => order.HoldsStock).SelectMany(order => Shelf.UnitsOf(order.Lines))
            .GroupBy(line => line.Sku).ToDictionary(product => product.Key, product => product.Sum(line => line.Units));
        var stock = rows.OfType<StockRow>().Select(row => row.Item).ToList();

        return stock.Where(item => item.Held != held.GetValueOrDefault(item.Sku)).Select(item => $"{item.Sku} has {item.Held} held and its orders hold {held.GetValueOrDefault(item.Sku)}")
            .Concat(stock.Where(item => item.Held > item.OnHand).Select(item => $"{item.Sku} has {item.Held} held of {item.OnHand} on hand"))
            .Concat(held.Keys.Except(stock.Select(item => item.Sku)).Select(sku => $"{sku} is held and has no stock row"));
    }

    private static IEnumerable<string> Mails(IReadOnlyList<LedgerRow> rows, IReadOnlySet<Guid> accepted)
    {
        var said = rows.OfType<SaidRow>().Select(row => row.Notice).ToList();
        var sent = said.Where(mail => mail.State == NoticeState.Sent).Select(mail => mail.Id).ToHashSet();

        return rows.OfType<NoticeRow>().Select(row => $"the mail {row.Notice.Id} is still {row.Notice.State}")
            .Concat(said.Where(mail => mail.State != NoticeState.Sent).Select(mail => $"the mail {mail.Id} ended as {mail.State}, although the mail service can tell"))
            .Concat(sent.Except(accepted).Select(id => $"the mail {id} counts as sent and was never accepted"))
            .Concat(accepted.Except(sent).Select(id => $"the mail {id} was accepted and does not count as sent"));
    }

    private static bool IsIndex(LedgerRow row) => row is DueRow or WaitingRow;

    /// <remarks>By all they hold: records compare their lists by identity.</remarks>
    private static bool AreEqual(Order one, Order other) => Record.Exception(() => Assert.Equivalent(other, one, strict: true)) is null;
}
