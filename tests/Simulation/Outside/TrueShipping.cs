using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Simulation.Checking;
using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Machine;

namespace ShipBy.Simulation.Outside;

/// <summary>What a marketplace makes of what it is told about orders. It says yes at once; that it is so shows later, and until then it looks as if nobody had said anything.</summary>
internal sealed class TrueShipping(Play play)
{
    /// <value>Ticks until it shows, at most. With a call that lands late it stays below what the app waits.</value>
    private const long LongestSettling = 25 * Scheduler.Second;

    private readonly Dictionary<(string Number, ShippingStep Step), Instant> _pending = [];

    /// <param name="fault">What became of the call on its way. A late or a frozen caller may come behind another; the marketplace takes no notice of it then.</param>
    public ShippingAnswer Advance(TrueShop shop, TruePosting posting, Instruction wanted, FaultKind fault)
    {
        if (posting.Now.Status == PostingStatus.Cancelled && wanted.Kind != InstructionKind.Cancel)
        {
            return new ShippingAnswer.Refused("POSTING_ALREADY_CANCELLED: do not send it");
        }

        if (NextFor(posting.Now, wanted) is not { } step)
        {
            return new ShippingAnswer.Complete();
        }

        var told = (posting.Key.Number, step);
        if (_pending.ContainsKey(told))
        {
            if (fault == FaultKind.None)
            {
                play.Violate(Rule.SaidOnce, $"{step} of {posting.Key} is told again, and what was told at {_pending[told]} has not shown yet");
            }

            return new ShippingAnswer.Told(step);
        }

        _pending[told] = play.Scheduler.Instant;
        play.Trace.Say($"{posting.Key}: {step} is told");
        play.Scheduler.At(play.Scheduler.Now + play.Pace.Between(Scheduler.Second, LongestSettling), () =>
        {
            _pending.Remove(told);
            Settle(shop, posting, wanted, step);
        });
        return new ShippingAnswer.Told(step);
    }

    private static ShippingStep? NextFor(Posting now, Instruction wanted) => (wanted, now) switch
    {
        ({ Kind: InstructionKind.Cancel }, { Status: PostingStatus.Unknown or PostingStatus.AwaitingConfirmation or PostingStatus.AwaitingPackaging or PostingStatus.AwaitingHandOver }) => ShippingStep.Cancel,
        ({ Ship: not null }, { Status: PostingStatus.AwaitingPackaging }) => ShippingStep.Pack,
        ({ Ship.TrackingNumber: { } number }, { Status: PostingStatus.AwaitingHandOver or PostingStatus.HandedOver } posting) when number != posting.TrackingNumber => ShippingStep.Number,
        _ => null,
    };

    private void Settle(TrueShop shop, TruePosting posting, Instruction wanted, ShippingStep step)
    {
        var now = posting.Now;
        if (NextFor(now, wanted) != step)
        {
            return;     // it went another way meanwhile
        }

        var after = step switch
        {
            ShippingStep.Pack => now with { Status = PostingStatus.AwaitingHandOver },
            ShippingStep.Number => now with { TrackingNumber = wanted.Ship!.TrackingNumber },
            ShippingStep.Cancel => now with { Status = PostingStatus.Cancelled, CancelReason = "the seller has none" },
            _ => throw new InvalidOperationException($"No step is written for {step}."),
        };
        play.Coverage.Took(step == ShippingStep.Cancel ? Turn.CancelledAsTold : Turn.Packed);
        play.Trace.Say($"order {posting.Key} becomes {OrderMaker.Text(after)}, as told");
        shop.Change(posting, after with { RawStatus = after.Status.ToString() });
    }
}
