using ShipBy.Application.Ledger;
using ShipBy.Domain.Shipping.Numbers;

namespace ShipBy.Application.Waybills;

/// <summary>A carrier's number stock.</summary>
/// <param name="Lots">Those with numbers left first, each the oldest first.</param>
/// <param name="AtLeast">How many shall always be left; null where nobody said.</param>
public sealed record CarrierNumbers(string Carrier, IReadOnlyList<WaybillLot> Lots, int? AtLeast)
{
    public int Left => Lots.Sum(lot => lot.Left);

    public bool IsLow => Left < AtLeast;
}

/// <summary>What became of numbers that somebody added.</summary>
/// <param name="Added">How many are new.</param>
/// <param name="Known">How many the stock ever had, and are passed over.</param>
/// <param name="Flaw">Why none is in; null: they are.</param>
/// <param name="Detail">The number that is wrong, or as it should be.</param>
public sealed record WaybillAddition(int Added, int Known, SeriesFlaw? Flaw = null, string? Detail = null)
{
    /// <value>Whether others kept adding at the same moment, so that none is in.</value>
    public bool OthersAtWork { get; init; }

    public bool IsDone => Flaw is null && !OthersAtWork;
}

/// <summary>A lot as it was read.</summary>
internal sealed record StoredLot(WaybillLot Lot, string Version)
{
    /// <value>Lots that one commit writes: each is up to two rows, and others go with them.</value>
    private const int MostAtOnce = 30;

    private const int MostWeight = CommitSet.MaxWeight * 2 / 3;

    /// <summary>The first lots that may all be written in one commit, beside a batch.</summary>
    public static IReadOnlyList<StoredLot> WhatFits(IReadOnlyList<StoredLot> lots)
    {
        var weight = 0;
        return [.. lots.Take(MostAtOnce).TakeWhile(stored => (weight += new LedgerRow.WaybillRow(stored.Lot).Weight) <= MostWeight)];
    }

    /// <summary>What writes the lot as it is to be; nothing where it stays.</summary>
    public IEnumerable<RowChange> Changes(WaybillLot after)
    {
        var (was, row) = (new LedgerRow.WaybillRow(Lot), new LedgerRow.WaybillRow(after));
        return IsSame(after) ? [] : was.Key == row.Key ? [new RowChange.Replace(row, Version)] : [new RowChange.Delete(was.Key, Version), new RowChange.Insert(row)];
    }

    /// <remarks>Lists of records are not compared by content on their own.</remarks>
    private bool IsSame(WaybillLot after) => Lot.Taken == after.Taken && Lot.Struck.SequenceEqual(after.Struck) && Lot.Back.SequenceEqual(after.Back);
}
