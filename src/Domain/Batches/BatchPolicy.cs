using NodaTime;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Shipping.Numbers;
using ShipBy.Domain.Stock;

namespace ShipBy.Domain.Batches;

/// <summary>Plans a batch: what may ship, which orders share a parcel, and which number each parcel gets.</summary>
public static class BatchPolicy
{
    /// <param name="known">The chosen orders that there are.</param>
    /// <param name="given">Numbers that orders have, those of earlier batches included. An order may keep its own.</param>
    /// <param name="waiting">Orders of a batch that was broken off: they are its own.</param>
    /// <param name="rulesOf">What a seller has switched on for a shop; null where the shop is told nothing of this kind.</param>
    /// <param name="stock">Numbers that the carrier's number stock would give, in their order, where the wish asks for them.</param>
    public static BatchPlan Plan(
        BatchWish wish, IReadOnlyDictionary<OrderKey, Order> known, IReadOnlyList<GivenNumber> given, IReadOnlySet<OrderKey> waiting, Func<string, ShippingRules?> rulesOf, Instant now, IReadOnlyList<string>? stock = null)
    {
        var (going, leftOut) = (new List<Order>(), new List<LeftOutOrder>());
        foreach (var key in wish.Orders.Distinct())
        {
            if ((waiting.Contains(key) ? LeftOutReason.BeingShipped : ReasonFor(known.GetValueOrDefault(key), rulesOf(key.Shop), wish, going.Count, now)) is { } reason)
            {
                leftOut.Add(new LeftOutOrder(key, reason));
            }
            else
            {
                going.Add(known[key]);
            }
        }

        var parcels = Merged(going, wish.Apart);
        var ours = going.Select(order => order.Key).ToHashSet();
        var used = given.Where(one => !ours.Contains(one.Order)).Select(one => TrackingSeries.Bare(one.Number)).ToHashSet(StringComparer.Ordinal);
        var (numbers, trouble) = wish.FromStock ? FromStock(parcels, wish, stock ?? [], used) : Numbered(parcels, wish, used);
        return new BatchPlan([.. parcels.Zip(numbers, (orders, number) => new PlannedParcel(orders, number))], leftOut, trouble);
    }

    private static LeftOutReason? ReasonFor(Order? order, ShippingRules? rules, BatchWish wish, int going, Instant now) => (order, rules) switch
    {
        (null, _) => LeftOutReason.Gone,
        (_, null) => LeftOutReason.NotOffered,
        ({ State: OrderState.Shipped }, _) => LeftOutReason.Shipped,
        ({ Instruction: { Kind: InstructionKind.Ship, State: not InstructionState.Refused } }, _) => LeftOutReason.BeingShipped,
        _ => InstructionPolicy.Ask(order, AskOf(wish.Carrier, wish.FirstNumber, wish.IsHandedOver, "plan", now), anyway: false, now) switch
        {
            AskAnswer.NotPossible(var flaw) => ReasonOf(flaw),
            AskAnswer.SameAsBefore => LeftOutReason.BeingShipped,
            _ when ShippingPolicy.QuestionsOf(order, rules, now).Count > 0 => LeftOutReason.ToBeLookedAt,
            _ when going == ShipmentBatch.MostItems => LeftOutReason.TooMany,
            _ => null,
        },
    };

    /// <summary>What is asked of one order of a batch.</summary>
    /// <param name="beside">Orders that lie in its parcel already.</param>
    public static Instruction AskOf(string? carrier, string? number, bool isHandedOver, string by, Instant now, IEnumerable<Order>? beside = null) => new()
    {
        Kind = InstructionKind.Ship,
        Ship = new ShipOrder([], carrier, number, isHandedOver) { Beside = [.. Shelf.UnitsOf((beside ?? []).SelectMany(order => order.Lines)).Take(Order.MaxProducts).Select(one => new ParcelLine(one.Sku, one.Units))] },
        AskedAt = now,
        AskedBy = by,
    };

    /// <summary>Why an order of a batch that goes on must be left as it is: somebody told of it meanwhile. Null: nobody did.</summary>
    public static AskFlaw? ToldSince(Order order, Instruction wanted) => order.Instruction switch
    {
        { State: not InstructionState.Refused } known when InstructionPolicy.SaysTheSame(known, wanted) => null,
        { Kind: InstructionKind.Ship, State: not InstructionState.Refused } => AskFlaw.ToldOtherwise,
        _ => order.State == OrderState.Shipped ? AskFlaw.HandedOver : null,
    };

    private static LeftOutReason ReasonOf(AskFlaw flaw) => flaw switch
    {
        AskFlaw.Cancelled => LeftOutReason.Cancelled,
        AskFlaw.BeingCancelled => LeftOutReason.BeingCancelled,
        AskFlaw.HandedOver => LeftOutReason.Shipped,
        AskFlaw.NoStock => LeftOutReason.NoStock,
        AskFlaw.SetAside => LeftOutReason.SetAside,
        AskFlaw.NotReleased => LeftOutReason.NotReleased,
        AskFlaw.RefundOpen => LeftOutReason.RefundOpen,
        AskFlaw.NotOffered => LeftOutReason.NotOffered,
        _ => LeftOutReason.Gone,
    };

    /// <remarks>Orders of one shop only: each marketplace is told of its own parcels.</remarks>
    private static List<List<Order>> Merged(IReadOnlyList<Order> going, IReadOnlySet<OrderKey> apart)
    {
        var parcels = new List<List<Order>>();
        foreach (var order in going)
        {
            var same = apart.Contains(order.Key) ? null : parcels.FirstOrDefault(parcel =>
                parcel[0].Key.Shop == order.Key.Shop && !apart.Contains(parcel[0].Key) && order.Recipient is { } to && parcel[0].Recipient?.IsAt(to) == true);
            if (same is null)
            {
                parcels.Add([order]);
            }
            else
            {
                same.Add(order);
            }
        }

        return parcels;
    }

    /// <remarks>A number that somebody typed for a parcel stands alone: nothing is continued from it.</remarks>
    private static (IReadOnlyList<string?> Numbers, NumberTrouble? Trouble) FromStock(List<List<Order>> parcels, BatchWish wish, IReadOnlyList<string> stock, HashSet<string> used)
    {
        var (numbers, next, given) = (new string?[parcels.Count], 0, new HashSet<string>(used, StringComparer.Ordinal));
        for (var index = 0; index < parcels.Count; index++)
        {
            var at = parcels[index][0].Key;
            var typed = wish.Typed.GetValueOrDefault(at)?.Trim();
            if (string.IsNullOrEmpty(typed) && next == stock.Count)
            {
                return (numbers, new NumberTrouble(at, SeriesFlaw.StockEmpty, null));
            }

            numbers[index] = string.IsNullOrEmpty(typed) ? stock[next++] : typed;
            if (!given.Add(TrackingSeries.Bare(numbers[index]!)))
            {
                return (numbers, new NumberTrouble(at, SeriesFlaw.Used, numbers[index]));
            }
        }

        return (numbers, null);
    }

    private static (IReadOnlyList<string?> Numbers, NumberTrouble? Trouble) Numbered(List<List<Order>> parcels, BatchWish wish, HashSet<string> used)
    {
        var numbers = new string?[parcels.Count];
        var given = new HashSet<string>(StringComparer.Ordinal);
        var (anchor, since) = (wish.FirstNumber, 0);
        for (var index = 0; index < parcels.Count; index++)
        {
            var at = parcels[index][0].Key;
            if (wish.Typed.GetValueOrDefault(at) is { Length: > 0 } typed)
            {
                (anchor, since) = (typed, index);
            }

            if (string.IsNullOrWhiteSpace(anchor))
            {
                continue;
            }

            if (wish.Rule is NumberRule.Counter or NumberRule.PrefixCounter && TrackingSeries.Guess(anchor) is not null)
            {
                return (numbers, new NumberTrouble(at, SeriesFlaw.OtherRule, null));
            }

            // A number that stands alone needs no rule.
            if (wish.Rule == NumberRule.FromTheCarrier && since == index)
            {
                numbers[index] = anchor.Trim();
            }
            else
            {
                switch (TrackingSeries.From(anchor, wish.Rule, index - since + 1, wish.Step))
                {
                    case SeriesAnswer.Numbers(var all):
                        numbers[index] = all[^1];
                        break;
                    case SeriesAnswer.Refused(var flaw, var expected):
                        return (numbers, new NumberTrouble(at, flaw, expected));
                }
            }

            if (used.Contains(TrackingSeries.Bare(numbers[index]!)) || !given.Add(TrackingSeries.Bare(numbers[index]!)))
            {
                return (numbers, new NumberTrouble(at, SeriesFlaw.Used, numbers[index]));
            }
        }

        return (numbers, null);
    }
}
