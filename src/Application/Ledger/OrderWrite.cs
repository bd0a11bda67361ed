using ShipBy.Domain.Orders;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Ledger;

/// <summary>The rows of an order move together: its own, its places in the due index and among the instructions, its place among those that wait for stock.</summary>
public static class OrderWrite
{
    /// <summary>The changes that bring the ledger from the order as it was read to the order as it shall be. Empty when nothing differs.</summary>
    /// <param name="before">
    /// The order's row or its waiting row; its version guards the order. The other rows follow unseen: no change of the order leaves the one that was read as it is.
    /// </param>
    public static IReadOnlyList<RowChange> Changes(Stored? before, Order after)
    {
        if (before is null)
        {
            return [.. Rows(after).Select(row => new RowChange.Insert(row))];
        }

        var was = before.Order();
        if (was == after)
        {
            return [];
        }

        return RowsWrite.Changes(before, Rows(was), Rows(after));
    }

    /// <summary>All rows follow from the order alone, so that they can never disagree with it.</summary>
    public static IEnumerable<LedgerRow> Rows(Order order)
    {
        yield return new OrderRow(order);

        if (order.LookAt is { } at && order.State.IsOpen())
        {
            yield return new DueRow(at, order.Key);
        }

        if (order.Instruction?.LookAt is { } look)
        {
            yield return new InstructionRow(look, order.Key);
        }

        if (order.State is OrderState.Pending or OrderState.OutOfStock)
        {
            yield return new WaitingRow(order);
        }
    }
}
