using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Marketplaces.Ozon.Shipping;

/// <summary>The next thing to say about the cancellation of some units. It is said once: said twice, it would cancel twice as many.</summary>
internal static class PartMoves
{
    /// <value>So many looks wait for the effect of a call whose answer got lost, or that may not have been made at all.</value>
    private const int PatientLooks = 5;

    public static NextMove Decide(ShownPosting posting, CancelOrder cancel, Instruction wanted)
    {
        if (posting.Status is not (PostingStatus.AwaitingConfirmation or PostingStatus.AwaitingPackaging or PostingStatus.AwaitingHandOver))
        {
            return NextMove.Refuse(posting.Status switch
            {
                PostingStatus.Cancelled => "The posting is cancelled as a whole.",
                PostingStatus.Split => "The posting was split in the meantime: cancel the parts of the postings that it became.",
                PostingStatus.HandedOver or PostingStatus.Delivered => $"The posting has left ({posting.Word}): a part of it can only come back as a return.",
                _ => $"The posting's status '{posting.Word}' is not a known word: look at it in the seller's cabinet.",
            });
        }

        return PartialCancelPolicy.Judge(cancel.Parts, sku => posting.Lines.Where(line => line.Article == sku.Value).Sum(line => line.Units ?? 0)) switch
        {
            PartShown.Gone => NextMove.Complete,
            PartShown.There => OfThere(posting, cancel, wanted),
            _ when WasSaid(wanted) && wanted.Calls <= PatientLooks => NextMove.Underway,
            _ => NextMove.Refuse($"The posting holds another number of {string.Join(", ", cancel.Parts.Select(part => part.Sku))} than when this was asked: look at it in the seller's cabinet, then ask anew."),
        };
    }

    private static NextMove OfThere(ShownPosting posting, CancelOrder cancel, Instruction wanted) =>
        WasSaid(wanted) ? NextMove.Underway
        : wanted.Calls > PatientLooks ? NextMove.Refuse("Nobody knows whether the marketplace heard of it, and nothing of it shows: look at the posting in the seller's cabinet, then ask again.")
        : wanted.Calls > 1 ? NextMove.Underway
        : posting.Actions.Count > 0 && !posting.Actions.Contains("product_cancel") ? NextMove.Refuse($"The marketplace does not offer to cancel a part of it as it is now ({posting.Word}).")
        : cancel.Message is not { Length: > 0 } message ? NextMove.Refuse("The marketplace wants to hear in words why a part is cancelled: give a message.")
        : new NextMove.CancelPart(cancel.Reason, message, [.. cancel.Parts.SelectMany(part => ProductsOf(posting, part))]);

    private static bool WasSaid(Instruction wanted) => wanted is { LastStep: ShippingStep.CancelPart, Repeats: > 0 };

    /// <summary>One article may be several of the marketplace's products, taken in its order.</summary>
    private static IEnumerable<PackedLine> ProductsOf(ShownPosting posting, CancelledUnits part)
    {
        long left = part.Units;
        foreach (var line in posting.Lines.Where(line => line.Article == part.Sku.Value && line is { Product: > 0, Units: > 0 }))
        {
            var units = Math.Min(left, line.Units!.Value);
            left -= units;
            if (units > 0)
                yield return new PackedLine(line.Product!.Value, units);
        }
    }
}
