using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Reconciling;

/// <summary>A row that follows from an order, or from its parcel on its way.</summary>
internal static class IndexRow
{
    public static OrderKey OrderOf(LedgerRow row) => row switch
    {
        DueRow due => due.Order,
        InstructionRow asked => asked.Order,
        WaitingRow waiting => waiting.Order.Key,
        TransitRow transit => transit.Order,
        _ => throw new InvalidOperationException($"The row {row.Key} follows from no order."),
    };
}
