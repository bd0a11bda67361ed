using ShipBy.Domain.Transit;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Ledger;

/// <summary>The rows of a parcel on its way move together: its own, and its place among the looks.</summary>
public static class ConsignmentWrite
{
    /// <summary>The changes that bring the ledger from the parcel as it was read to the parcel as it shall be. Empty when nothing differs.</summary>
    /// <param name="before">Its row; null when there is none.</param>
    /// <param name="after">Null when it is to be followed no more.</param>
    public static IReadOnlyList<RowChange> Changes(Stored? before, Consignment? after)
    {
        if (before is null)
        {
            return after is null ? [] : [.. Rows(after).Select(row => new RowChange.Insert(row))];
        }

        var was = before.Consignment();
        return was == after ? [] : RowsWrite.Changes(before, Rows(was), after is null ? [] : Rows(after));
    }

    /// <summary>Both rows follow from the parcel alone.</summary>
    public static IEnumerable<LedgerRow> Rows(Consignment consignment) =>
        [new ConsignmentRow(consignment), new TransitRow(consignment.LookAt, consignment.Order, consignment.Told.Count > 0)];

    public static Consignment Consignment(this Stored stored) => ((ConsignmentRow)stored.Row).Consignment;
}
