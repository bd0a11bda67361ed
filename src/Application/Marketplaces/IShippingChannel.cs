using NodaTime;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;

namespace ShipBy.Application.Marketplaces;

/// <summary>A shop that is told what the seller did: packed, shipped with a tracking number, cancelled.</summary>
/// <remarks>Throws as <see cref="IMarketplace"/> does; after <see cref="MarketplaceUnreachableException"/> nobody knows whether a call took effect.</remarks>
public interface IShippingChannel : IChannel
{
    /// <value>How long it may take until what was told shows in the order. Nothing is told again before.</value>
    Duration ShowsAfter { get; }

    /// <value>Whether some units of an order can be cancelled, and the rest shipped.</value>
    bool CancelsParts => false;

    /// <value>Whether it wants to hear <see cref="ShipOrder.Goods"/>; elsewhere nobody would.</value>
    bool TakesGoodsData => false;

    /// <summary>Looks how far the shop is with the order, and tells it the next thing of its <see cref="Order.Instruction"/> that it does not know yet: one at most.</summary>
    /// <remarks>
    /// It is called again until nothing is left. Where the shop can be asked, it is asked first each time, so that a call whose answer got lost is not made twice; where it
    /// cannot, the call carries a key of its own by which the receiver knows a repetition.
    /// </remarks>
    Task<ShippingAnswer> AdvanceAsync(Order order, CancellationToken cancel);
}

/// <summary>What came of telling a shop.</summary>
public abstract record ShippingAnswer
{
    private ShippingAnswer() { }

    /// <summary>It was told now. Whether it holds shows later.</summary>
    public sealed record Told(ShippingStep Step) : ShippingAnswer;

    /// <summary>It is still at what it was told before: look again later.</summary>
    public sealed record Underway : ShippingAnswer;

    /// <summary>All that was wanted is so.</summary>
    public sealed record Complete : ShippingAnswer;

    /// <summary>It cannot be done; a person must look.</summary>
    /// <param name="Reason">The shop's word and what to do about it, in a sentence. Never a buyer's data.</param>
    public sealed record Refused(string Reason) : ShippingAnswer;
}
