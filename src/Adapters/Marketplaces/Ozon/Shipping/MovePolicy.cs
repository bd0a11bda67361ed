using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Marketplaces.Ozon.Shipping;

/// <summary>From what the marketplace shows and what is wanted: the next thing to say.</summary>
internal static class MovePolicy
{
    /// <value>How often a thing is said that does not show any effect.</value>
    public const int MostRepeats = 3;

    /// <param name="known">What the shop's settings say of all goods.</param>
    public static NextMove Decide(ShownPosting posting, Instruction wanted, KnownData known) => wanted switch
    {
        { Kind: InstructionKind.Ship, Ship: { } ship } => OfShipping(posting, ship, wanted, known),
        { Kind: InstructionKind.Cancel, Cancel: { } cancel } => OfCancelling(posting, cancel, wanted),
        { Kind: InstructionKind.CancelPart, Cancel: { } cancel } => PartMoves.Decide(posting, cancel, wanted),
        { Kind: InstructionKind.MoveCutOff, CutOff: { } to } => OfMoving(posting, to, wanted),
        _ => NextMove.Refuse("The instruction does not say what is wanted: give it again."),
    };

    private static NextMove OfShipping(ShownPosting posting, ShipOrder ship, Instruction wanted, KnownData known) => posting.Status switch
    {
        PostingStatus.Cancelled => NextMove.Refuse("The posting is cancelled: do not ship it."),
        PostingStatus.Split => ship.Parcels.Count > 1
            ? NextMove.Complete
            : NextMove.Refuse("The posting was split in the meantime: ship the postings that it became."),
        PostingStatus.AwaitingConfirmation => NextMove.Underway,
        PostingStatus.AwaitingPackaging => OfPacking(posting, ship, wanted, known),
        PostingStatus.AwaitingHandOver => AfterPacking(posting, ship, wanted),
        PostingStatus.HandedOver or PostingStatus.Delivered => Afterwards(posting, ship, wanted),
        _ => NextMove.Refuse($"The posting's status '{posting.Word}' is not a known word: look at it in the seller's cabinet."),
    };

    private static NextMove OfPacking(ShownPosting posting, ShipOrder ship, Instruction wanted, KnownData known)
    {
        if (posting.Actions.Contains("ship_async_in_process"))
            return NextMove.Underway;

        if (posting.Actions.Contains("set_cutoff") && !posting.Actions.Any(action => action.StartsWith("ship", StringComparison.Ordinal)))
            return NextMove.Refuse("The marketplace wants to hear by when it is handed over before it can be packed: name the date first.");

        if (ship is { Parcels.Count: > 1, TrackingNumber: not null } && posting.TakesNumber)
            return NextMove.Refuse("Each parcel becomes a posting of its own: pack it without a tracking number, and write each parcel's number to its own posting.");

        var needs = GoodsNeeds.Of(posting, ship.Goods, known);
        if (needs.Flaw is { } unmet)
            return NextMove.Refuse(unmet);

        if (IsGivenUp(wanted, ShippingStep.Pack))
            return NextMove.Refuse($"The marketplace was told {wanted.Repeats} times and does not pack it ({posting.Substatus}): pack it in the seller's cabinet.");

        if (posting is { IsMultibox: true, Boxes: < 1 } && ship.Parcels.Count == 0)
            return NextMove.Refuse("The product comes in several boxes, and the marketplace wants to hear how many: enter their number in the seller's cabinet, or name the parcels.");

        // A product of several boxes is one posting however many there are: its parcels are its boxes.
        var (packages, flaw) = Packing.Of(posting.Lines, posting.IsMultibox ? [] : ship.Parcels);
        return flaw is not null ? NextMove.Refuse(flaw) : new NextMove.Pack(
            packages,
            posting.IsMultibox && ship.Parcels.Count > 0 && ship.Parcels.Count != posting.Boxes ? ship.Parcels.Count : null,
            needs.Countries,
            needs.Others);
    }

    private static NextMove AfterPacking(ShownPosting posting, ShipOrder ship, Instruction wanted)
    {
        if (ship.TrackingNumber is { } number && posting.TakesNumber && posting.TrackingNumber != number)
            return posting.Word == "awaiting_registration" ? NextMove.Underway : OfNumber(number, wanted);

        return !ship.IsHandedOver || !posting.TakesHandOver ? NextMove.Complete
            : posting.Word != "awaiting_deliver" ? NextMove.Underway
            : IsGivenUp(wanted, ShippingStep.HandOver) ? NextMove.Refuse($"The marketplace was told {wanted.Repeats} times that the carrier has it and does not show it: move it on in the seller's cabinet.")
            : new NextMove.HandOver();
    }

    /// <summary>With the carrier: a number can still be put right where the marketplace offers it.</summary>
    private static NextMove Afterwards(ShownPosting posting, ShipOrder ship, Instruction wanted) =>
        ship.TrackingNumber is not { } number || !posting.TakesNumber || posting.TrackingNumber == number ? NextMove.Complete
        : posting.Actions.Contains("set_track_number") || posting is { TrackingNumber: null, Status: PostingStatus.HandedOver } ? OfNumber(number, wanted)
        : NextMove.Refuse("It is on its way under another tracking number, and the marketplace does not offer to change it.");

    private static NextMove OfNumber(string number, Instruction wanted) => IsGivenUp(wanted, ShippingStep.Number)
        ? NextMove.Refuse($"The marketplace was told the tracking number {wanted.Repeats} times and does not show it: enter it in the seller's cabinet.")
        : new NextMove.Number(number);

    private static NextMove OfCancelling(ShownPosting posting, CancelOrder cancel, Instruction wanted) => posting.Status switch
    {
        PostingStatus.Cancelled => NextMove.Complete,
        PostingStatus.Split => NextMove.Refuse("The posting was split in the meantime: cancel the postings that it became."),
        PostingStatus.Delivered => NextMove.Refuse("The buyer has it already: it can only come back as a return."),
        _ when posting.Actions.Count > 0 && !posting.Actions.Contains("cancel") => NextMove.Refuse($"The marketplace does not offer to cancel it as it is now ({posting.Word})."),
        _ when IsGivenUp(wanted, ShippingStep.Cancel) => NextMove.Refuse($"The marketplace was told {wanted.Repeats} times to cancel it and does not: cancel it in the seller's cabinet."),
        _ => new NextMove.Cancel(cancel.Reason, cancel.Message),
    };

    /// <remarks>The marketplace keeps whole seconds.</remarks>
    private static NextMove OfMoving(ShownPosting posting, NodaTime.Instant to, Instruction wanted) =>
        posting.ShipBy?.ToUnixTimeSeconds() == to.ToUnixTimeSeconds() ? NextMove.Complete
        : !posting.Status.IsOpen() ? NextMove.Refuse($"The posting is not to be shipped any more ({posting.Word}).")
        : !posting.Actions.Contains("set_cutoff") ? NextMove.Refuse(wanted.LastStep == ShippingStep.MoveCutOff
            ? $"The marketplace took the date and shows another one ({posting.ShipBy?.ToString() ?? "none"})."
            : "The marketplace does not let the seller name the date of this posting.")
        : IsGivenUp(wanted, ShippingStep.MoveCutOff) ? NextMove.Refuse($"The marketplace was told {wanted.Repeats} times and does not move the date: name it in the seller's cabinet.")
        : new NextMove.MoveCutOff(to);

    /// <summary>It was said last, and often enough.</summary>
    public static bool IsGivenUp(Instruction wanted, ShippingStep step) => wanted.LastStep == step && wanted.Repeats >= MostRepeats;
}
