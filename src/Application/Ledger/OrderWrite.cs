using ShipBy.Domain.Orders;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Ledger;

/// <summary>The rows of an order move together: its own, its place in the due index, its place among those that wait for stock.</summary>
public static class OrderWrite
{
    /// <summary>The changes that bring the ledger from the order as it was read to the order as it shall be. Empty when nothing differs.</summary>
    public static IReadOnlyList<RowChange> Changes(Stored? before, Order after)
    {
        if (before is null)
        {
            return [new RowChange.Insert(new OrderRow(after)), .. Index(after).Select(row => new RowChange.Insert(row))];
        }

        var was = ((OrderRow)before.Row).Order;
        if (was == after)
        {
            return [];
        }

        var old = Index(was).ToDictionary(row => row.Key);
        var now = Index(after).ToDictionary(row => row.Key);

        return
        [
            new RowChange.Replace(new OrderRow(after), before.Version),
            .. old.Keys.Where(key => !now.ContainsKey(key)).Select(key => new RowChange.Delete(key)),
            .. now.Where(row => !old.ContainsKey(row.Key)).Select(row => new RowChange.Insert(row.Value)),
        ];
    }

    /// <summary>Index rows follow from the order alone, so that they can never disagree with it.</summary>
    private static IEnumerable<LedgerRow> Index(Order order)
    {
        if (order.LookAt is { } at && order.State.IsOpen())
        {
            yield return new DueRow(at, order.Key);
        }

        switch (order.State)
        {
            case OrderState.Pending:
                yield return new PendingRow(order.TakenAt, order.Key);
                break;
            case OrderState.OutOfStock:
                yield return new OutOfStockRow(order.TakenAt, order.Key);
                break;
            default:
                break;
        }
    }
}
