using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Shipping;

/// <summary>What may be asked of an order, and how an instruction moves on as the marketplace answers.</summary>
public static class InstructionPolicy
{
    /// <value>A marketplace that shows no effect for this long has lost it, or never will: a person must look.</value>
    public static readonly Duration GiveUpAfter = Duration.FromHours(24);

    /// <value>The longest pause between two looks at one order.</value>
    public static readonly Duration LongestPause = Duration.FromMinutes(30);

    /// <summary>Writes down what is wanted. Wanting the same twice is wanting it once.</summary>
    /// <param name="anyway">Whether a person has seen what stands against shipping it, and decided.</param>
    public static AskAnswer Ask(Order order, Instruction wanted, bool anyway, Instant now)
    {
        if (order.Instruction is { } known && SaysTheSame(known, wanted) && known.State != InstructionState.Refused)
        {
            return new AskAnswer.SameAsBefore();
        }

        return FlawOf(order, wanted, anyway, now) is { } flaw
            ? new AskAnswer.NotPossible(flaw)
            : new AskAnswer.Noted(order with { Instruction = Follow(order.Instruction, PartialCancelPolicy.Counted(wanted, order), now) });
    }

    private static AskFlaw? FlawOf(Order order, Instruction wanted, bool anyway, Instant now) => (wanted.Kind, order.State) switch
    {
        (_, OrderState.Cancelled) => AskFlaw.Cancelled,
        (InstructionKind.Cancel, _) => null,
        (_, OrderState.SetAside) => AskFlaw.SetAside,
        _ when order.Instruction is { Kind: InstructionKind.Cancel or InstructionKind.CancelPart, LookAt: not null } => AskFlaw.BeingCancelled,
        (InstructionKind.CancelPart, OrderState.Shipped) => AskFlaw.HandedOver,
        (InstructionKind.CancelPart, _) => PartialCancelPolicy.FlawOf(order, wanted.Cancel!.Parts),
        (InstructionKind.MoveCutOff, OrderState.Shipped) => AskFlaw.HandedOver,
        (InstructionKind.MoveCutOff, _) => null,
        (_, OrderState.Shipped) => wanted.Ship!.TrackingNumber is null ? AskFlaw.HandedOver : null,       // a number may be corrected later
        (_, not OrderState.Held) => AskFlaw.NoStock,
        _ when order.Status == PostingStatus.AwaitingConfirmation || order.Remarks.Contains(PostingRemark.ShippingForbidden) => AskFlaw.NotReleased,
        _ when !anyway && order.IsRefundOpen(now) => AskFlaw.RefundOpen,
        _ => null,
    };

    /// <remarks>What was told already stays known: a number that comes after the packing goes on where the packing ended.</remarks>
    private static Instruction Follow(Instruction? known, Instruction wanted, Instant now) => known?.Kind != wanted.Kind || known.State == InstructionState.Refused || wanted.Kind == InstructionKind.CancelPart
        ? wanted with { LookAt = now }
        : wanted with
        {
            State = known.State == InstructionState.Told ? InstructionState.Told : InstructionState.Wanted,
            LastStep = known.LastStep,
            CalledAt = known.CalledAt,
            Calls = known.Calls,
            LookAt = known.State == InstructionState.Told ? known.LookAt : now,
        };

    /// <summary>Notes that a call begins. Should its caller die, the next look comes once the effect would show.</summary>
    public static Instruction Begun(Instruction instruction, Duration showsAfter, Instant now) => instruction with
    {
        State = InstructionState.Told,
        CalledAt = now,
        Calls = instruction.Calls + 1,
        LookAt = now + showsAfter,
    };

    /// <summary>Nothing is known to have been said; the rest is as it was before the call began.</summary>
    public static Instruction NotSaid(Instruction before, Duration wait, Instant now) => before with { LookAt = now + wait };

    public static Instruction Told(Instruction begun, ShippingStep step, Duration showsAfter, Instant now) => begun with
    {
        LastStep = step,
        Repeats = begun.LastStep == step ? begun.Repeats + 1 : 1,
        LookAt = now + showsAfter,
    };

    /// <summary>It has not shown yet. Looks grow rarer, and end with a day.</summary>
    public static Instruction NotShown(Instruction begun, Duration showsAfter, Instant now) => now - begun.AskedAt >= GiveUpAfter
        ? Refused(begun, $"Nothing of it has shown for {GiveUpAfter.TotalHours:0} hours; look at the order in the seller's cabinet")
        : begun with { LookAt = now + Duration.Min(showsAfter * Math.Max(1, begun.Calls - 1), LongestPause) };

    public static Instruction Done(Instruction begun) => begun with { State = InstructionState.Done, LookAt = null, Refusal = null };

    public static Instruction Refused(Instruction begun, string reason) => begun with { State = InstructionState.Refused, LookAt = null, Refusal = reason };

    /// <summary>The order after a reading that may concern its instruction: what the marketplace has moved is looked at now, and what it has ended is over.</summary>
    public static Order Following(Order after, Order before, Instant now) => after.Instruction switch
    {
        null or { LookAt: null } => after,
        { Kind: InstructionKind.Cancel } cancel when after.State == OrderState.Cancelled => after with { Instruction = Done(cancel) },
        { Kind: InstructionKind.Ship, Ship.Parcels.Count: > 1 } parted when after.Status == PostingStatus.Split => after with { Instruction = Done(parted) },       // its parcels are orders of their own now
        { } late when after.State == OrderState.Cancelled => after with { Instruction = Refused(late, "The order was cancelled first") },
        { State: InstructionState.Told } told when after.Status != before.Status || after.TrackingNumber != before.TrackingNumber || !ReferenceEquals(after.Lines, before.Lines) => after with { Instruction = told with { LookAt = now } },
        _ => after,
    };

    /// <summary>Whether two instructions want the same, whoever wants it.</summary>
    public static bool SaysTheSame(Instruction one, Instruction other) =>
        (one.Kind, one.CutOff) == (other.Kind, other.CutOff)
        && PartialCancelPolicy.SaysTheSame(one.Cancel, other.Cancel)
        && (one.Ship, other.Ship) switch
        {
            (null, null) => true,
            ({ } first, { } second) => first with { Parcels = second.Parcels, Goods = second.Goods, Beside = second.Beside } == second
                && first.Goods.SequenceEqual(second.Goods)
                && first.Parcels.Count == second.Parcels.Count
                && first.Parcels.Zip(second.Parcels).All(pair => pair.First.Lines.SequenceEqual(pair.Second.Lines)),
            _ => false,
        };
}

/// <summary>What became of asking.</summary>
public abstract record AskAnswer
{
    private AskAnswer() { }

    public sealed record Noted(Order After) : AskAnswer;

    /// <summary>It is wanted already, or done.</summary>
    public sealed record SameAsBefore : AskAnswer;

    public sealed record NotPossible(AskFlaw Flaw) : AskAnswer;
}

/// <summary>Why something cannot be asked of an order.</summary>
public enum AskFlaw
{
    /// <summary>There is no such order, or it left for the history.</summary>
    Unknown,
    Cancelled,
    BeingCancelled,
    HandedOver,

    /// <summary>Its units are not held: it is short, or nobody has looked yet.</summary>
    NoStock,
    SetAside,

    /// <summary>It is not confirmed or not paid yet, or the marketplace forbids shipping for the moment.</summary>
    NotReleased,

    /// <summary>The buyer wants the money back and nobody has decided.</summary>
    RefundOpen,

    /// <summary>The shop is told nothing of this kind.</summary>
    NotOffered,

    /// <summary>The order does not hold so many of a product.</summary>
    NotInOrder,

    /// <summary>Nothing would be left of it: that is a cancellation of the whole.</summary>
    NothingLeft,

    /// <summary>The shop cancels whole orders only.</summary>
    WholeOnly,

    /// <summary>The shop wants to know nothing of the goods.</summary>
    NoGoodsData,

    /// <summary>It was told meanwhile, with another number or otherwise.</summary>
    ToldOtherwise,

    /// <summary>The order kept changing under us: ask again.</summary>
    Contested,
}
