namespace ShipBy.Domain.Orders;

/// <summary>What a posting that was read means for the ledger.</summary>
public abstract record IntakeAnswer
{
    private IntakeAnswer() { }

    /// <summary>Known already, or over before ShipBy began to watch.</summary>
    public sealed record Unchanged : IntakeAnswer;

    /// <summary>An order that the ledger has never had.</summary>
    public sealed record Take(Order Order, ShelfMove Move) : IntakeAnswer;

    /// <summary>A known order that stands differently now.</summary>
    /// <param name="WithdrawsHold">What happens to the units that it held.</param>
    public sealed record Change(Order Order, ShelfMove WithdrawsHold) : IntakeAnswer;
}

/// <summary>What happens to an order's units on the shelf.</summary>
public enum ShelfMove
{
    None,

    /// <summary>The held units are free again.</summary>
    Release,

    /// <summary>The held units have left.</summary>
    HandOver,

    /// <summary>It was shipped without a hold, by hand: the units have left all the same.</summary>
    TakeUnheld,
}
