using NodaTime;

namespace ShipBy.Domain.Stock;

/// <summary>What somebody counted on the shelf at one go, until the owner says that it counts.</summary>
/// <param name="At">When it was counted: the numbers of <see cref="CountedLine.Noted"/> are of then.</param>
/// <param name="Lines">Each product once.</param>
public sealed record StockTaking(Guid Id, Instant At, string By, IReadOnlyList<CountedLine> Lines)
{
    /// <value>What fits into one row of the ledger, however long the article numbers are.</value>
    public const int MostLines = 300;

    /// <value>When it was confirmed or dropped; null while it waits.</value>
    public Instant? ClosedAt { get; init; }

    public string? ClosedBy { get; init; }

    public bool IsOpen => ClosedAt is null;
}

/// <summary>One product of a count.</summary>
/// <param name="Counted">Units on the shelf, held ones included.</param>
/// <param name="Noted">On hand as the ledger had it when it was counted; null where it had none of the product.</param>
public sealed record CountedLine(Sku Sku, int Counted, int? Noted, CountedLineState State = CountedLineState.Waiting)
{
    public int Difference => Counted - (Noted ?? 0);

    /// <summary>What confirming does to it, as the shelf is now.</summary>
    /// <param name="onHand">Null where there is no row of the product.</param>
    /// <returns><see cref="CountedLineState.Moved"/> where units came or went since the count: nobody knows whether they were counted, and the older number must not win.</returns>
    public CountedLineState Against(int? onHand) =>
        onHand == Counted || onHand == Noted ? CountedLineState.Taken : CountedLineState.Moved;
}

public enum CountedLineState
{
    /// <summary>Nobody has confirmed it yet.</summary>
    Waiting,

    /// <summary>On hand is what was counted.</summary>
    Taken,

    /// <summary>Units came or went between count and confirmation: to be counted again.</summary>
    Moved,

    /// <summary>The owner dropped the count.</summary>
    Dropped,
}
