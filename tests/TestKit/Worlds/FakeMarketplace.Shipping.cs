using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;

namespace ShipBy.TestKit.Worlds;

/// <remarks>Packed, then numbered, then handed over, each shown once <see cref="Settle"/> is called; or cancelled.</remarks>
public sealed partial class FakeMarketplace : IShippingChannel
{
    public Duration ShowsAfter { get; set; } = Duration.FromMinutes(1);

    public bool CancelsParts { get; set; } = true;

    public bool TakesGoodsData { get; set; } = true;

    /// <value>Every step that took effect, in its order.</value>
    public List<(string Order, ShippingStep Step)> Steps { get; } = [];

    /// <value>Looks at orders, with or without a step.</value>
    public int Looks { get; private set; }

    /// <value>Thrown before anything is looked at.</value>
    public MarketplaceException? ShippingFailure { get; set; }

    /// <value>The step takes effect and its answer gets lost, once.</value>
    public bool LosesAnAnswer { get; set; }

    /// <value>A word by which it refuses an order.</value>
    public Dictionary<string, string> ShippingWords { get; } = [];

    /// <value>Runs once before an order is looked at.</value>
    public Func<Task>? ShippingIntruder { get; set; }

    private readonly Dictionary<string, Posting> _unsettled = [];

    /// <summary>Lets what was told show.</summary>
    public void Settle()
    {
        Show(_unsettled.Values);
        _unsettled.Clear();
    }

    public async Task<ShippingAnswer> AdvanceAsync(Order order, CancellationToken cancel)
    {
        Looks++;
        if (ShippingIntruder is { } intruder)
        {
            ShippingIntruder = null;
            await intruder();
        }

        if (ShippingFailure is not null)
        {
            throw ShippingFailure;
        }

        var (number, wanted) = (order.Key.Number, order.Instruction!);
        if (ShippingWords.TryGetValue(number, out var word))
        {
            return new ShippingAnswer.Refused(word);
        }

        if (_unsettled.ContainsKey(number))
        {
            return new ShippingAnswer.Underway();
        }

        if (NextFor(Postings[number], wanted) is not var (step, after))
        {
            return new ShippingAnswer.Complete();
        }

        Steps.Add((number, step));
        _unsettled[number] = after;
        if (LosesAnAnswer)
        {
            LosesAnAnswer = false;
            throw new MarketplaceUnreachableException("the answer got lost");
        }

        return new ShippingAnswer.Told(step);
    }

    private static (ShippingStep Step, Posting After)? NextFor(Posting now, Instruction wanted) => (wanted, now) switch
    {
        ({ Kind: InstructionKind.CancelPart, Cancel.Parts: var parts }, _) => PartialCancelPolicy.Judge(parts, sku => now.Lines.Where(line => line.Sku == sku).Sum(line => line.Quantity)) == PartShown.There
            ? (ShippingStep.CancelPart, now with { Lines = [.. now.Lines.Select(line => parts.FirstOrDefault(part => part.Sku == line.Sku) is { } part ? line with { Quantity = part.Left } : line).Where(line => line.Quantity > 0)] })
            : null,
        ({ Kind: InstructionKind.Cancel }, { Status: not PostingStatus.Cancelled }) => (ShippingStep.Cancel, now with { Status = PostingStatus.Cancelled, RawStatus = "cancelled" }),
        ({ Ship: not null }, { Status: PostingStatus.AwaitingPackaging }) => (ShippingStep.Pack, now with { Status = PostingStatus.AwaitingHandOver, RawStatus = "awaiting_deliver" }),
        ({ Ship.TrackingNumber: { } number }, { TrackingNumber: var shown }) when number != shown => (ShippingStep.Number, now with { TrackingNumber = number }),
        ({ Ship.IsHandedOver: true }, { Status: PostingStatus.AwaitingHandOver }) => (ShippingStep.HandOver, now with { Status = PostingStatus.HandedOver, RawStatus = "delivering" }),
        _ => null,
    };
}
