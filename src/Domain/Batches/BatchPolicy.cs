using NodaTime;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Shipping.Numbers;

namespace ShipBy.Domain.Batches;

/// <summary>Plans a batch: what may ship, which orders share a parcel, and which number each parcel gets.</summary>
public static class BatchPolicy
{
    /// <param name="known">The chosen orders that there are.</param>
    /// <param name="used">Numbers that other orders have.</param>
    /// <param name="rulesOf">What a seller has switched on for a shop; null where the shop is told nothing of this kind.</param>
    public static BatchPlan Plan(BatchWish wish, IReadOnlyDictionary<OrderKey, Order> known, IReadOnlySet<string> used, Func<string, ShippingRules?> rulesOf, Instant now)
    {
        var (going, leftOut) = (new List<Order>(), new List<LeftOutOrder>());
        foreach (var key in wish.Orders.Distinct())
        {
            if (ReasonFor(known.GetValueOrDefault(key), rulesOf(key.Shop), wish, going.Count, now) is { } reason)
            {
                leftOut.Add(new LeftOutOrder(key, reason));
            }
            else
            {
                going.Add(known[key]);
            }
        }

        var parcels = Merged(going, wish.Apart);
        var (numbers, trouble) = Numbered(parcels, wish, used);
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
    public static Instruction AskOf(string? carrier, string? number, bool isHandedOver, string by, Instant now) =>
        new() { Kind = InstructionKind.Ship, Ship = new ShipOrder([], carrier, number, isHandedOver), AskedAt = now, AskedBy = by };

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

    private static (IReadOnlyList<string?> Numbers, NumberTrouble? Trouble) Numbered(List<List<Order>> parcels, BatchWish wish, IReadOnlySet<string> used)
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

            if (used.Contains(numbers[index]!) || !given.Add(numbers[index]!))
            {
                return (numbers, new NumberTrouble(at, SeriesFlaw.Used, numbers[index]));
            }
        }

        return (numbers, null);
    }
}
