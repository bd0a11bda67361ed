using NodaTime;

namespace ShipBy.Domain.Shipping;

/// <summary>What the seller, or a rule that they switched on, wants said to the marketplace about one order, and how far that has come.</summary>
/// <remarks>It stands in the order's own row: whoever dies over it leaves it there, and the next one looks at the marketplace before saying anything again.</remarks>
public sealed record Instruction
{
    public required InstructionKind Kind { get; init; }

    /// <value>For <see cref="InstructionKind.Ship"/>; null otherwise.</value>
    public ShipOrder? Ship { get; init; }

    /// <value>For <see cref="InstructionKind.Cancel"/> and <see cref="InstructionKind.CancelPart"/>; null otherwise.</value>
    public CancelOrder? Cancel { get; init; }

    /// <value>For <see cref="InstructionKind.MoveCutOff"/>; null otherwise.</value>
    public Instant? CutOff { get; init; }

    public required Instant AskedAt { get; init; }

    /// <value>Who wanted it: a name, or the rule in words.</value>
    public required string AskedBy { get; init; }

    public InstructionState State { get; init; } = InstructionState.Wanted;

    /// <value>What was said last; null while nothing was. A packing is followed by a tracking number, and that by the hand-over.</value>
    public ShippingStep? LastStep { get; init; }

    /// <value>How often <see cref="LastStep"/> was said in a row for this instruction; 0 while it was not.</value>
    public int Repeats { get; init; }

    /// <value>When a call was last begun, noted before it; null while none was.</value>
    public Instant? CalledAt { get; init; }

    /// <value>Calls begun for it, those included that only looked.</value>
    public int Calls { get; init; }

    /// <value>When to look at it again; null once it is settled.</value>
    public Instant? LookAt { get; init; }

    /// <value>The marketplace's word, or ours, for why it cannot be done; null otherwise.</value>
    public string? Refusal { get; init; }
}

/// <summary>What is wanted.</summary>
public enum InstructionKind
{
    /// <summary>Pack it, write its tracking number, say that the carrier has it, as far as the marketplace wants to hear it.</summary>
    Ship,
    Cancel,

    /// <summary>Cancel some of its units; the rest stays as it is.</summary>
    CancelPart,

    /// <summary>Promise another moment of handing over, where the marketplace lets the seller name it.</summary>
    MoveCutOff,
}

/// <summary>How far an instruction has come.</summary>
public enum InstructionState
{
    /// <summary>Nothing was said yet, or a step is done and the next one is due.</summary>
    Wanted,

    /// <summary>A call was begun; whether it took effect the marketplace has not shown yet. A crash before the call looks the same.</summary>
    Told,

    /// <summary>The marketplace shows all of it.</summary>
    Done,

    /// <summary>It cannot be done; a person must look.</summary>
    Refused,
}

/// <summary>One thing that a marketplace is told about shipping.</summary>
public enum ShippingStep
{
    /// <summary>What the marketplace wants to know of the goods before they are packed.</summary>
    Describe,

    /// <summary>The order is packed, in these parcels.</summary>
    Pack,

    /// <summary>Its tracking number.</summary>
    Number,

    /// <summary>The carrier has it.</summary>
    HandOver,
    Cancel,
    CancelPart,
    MoveCutOff,
}

/// <param name="Parcels">How its units are parted; empty: all of them in one parcel.</param>
/// <param name="Carrier">The carrier, by the marketplace's code; null where it needs none.</param>
/// <param name="TrackingNumber">Null where the marketplace gives one itself, or it is told later.</param>
/// <param name="IsHandedOver">Whether the carrier has it already, where the seller has to say so.</param>
public sealed record ShipOrder(IReadOnlyList<Parcel> Parcels, string? Carrier = null, string? TrackingNumber = null, bool IsHandedOver = false)
{
    /// <value>Everything in one parcel, and nothing else to say.</value>
    public static ShipOrder InOneParcel { get; } = new([]);

    /// <value>What the seller says of the goods, where the marketplace wants to know it before packing.</value>
    public IReadOnlyList<GoodsDatum> Goods { get; init; } = [];

    /// <value>What lies in its parcel already, of orders that go to the same place: packaging is used up by the parcel, and not by each of its orders.</value>
    public IReadOnlyList<ParcelLine> Beside { get; init; } = [];
}

/// <summary>What one parcel holds.</summary>
public sealed record Parcel(IReadOnlyList<ParcelLine> Lines);

/// <param name="Units">At least 1.</param>
public sealed record ParcelLine(Stock.Sku Sku, int Units);

/// <param name="Reason">The marketplace's number of the reason.</param>
/// <param name="Message">In the seller's words; some reasons need one.</param>
public sealed record CancelOrder(long Reason, string? Message = null)
{
    /// <value>For <see cref="InstructionKind.CancelPart"/>: the units that are cancelled. Empty: the whole order.</value>
    public IReadOnlyList<CancelledUnits> Parts { get; init; } = [];
}

/// <param name="Units">How many of the product are cancelled, at least 1.</param>
/// <param name="Left">How many are left then, by the order as it stood when this was asked. By it a cancellation that took effect is told from one that did not.</param>
public sealed record CancelledUnits(Stock.Sku Sku, int Units, int Left = 0);
