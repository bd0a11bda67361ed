namespace ShipBy.Application.Marketplaces;

/// <summary>A shop that wants a reason from its own list when the seller cancels an order.</summary>
/// <remarks>Throws as <see cref="IMarketplace"/> does.</remarks>
public interface ICancelReasons : IChannel
{
    /// <summary>The reasons that may be given for one order as it stands now; none where it cannot be cancelled.</summary>
    Task<IReadOnlyList<CancelReason>> CancelReasonsAsync(string number, CancellationToken cancel);
}

/// <param name="Id">What <see cref="Domain.Shipping.CancelOrder.Reason"/> wants.</param>
/// <param name="Title">In the marketplace's words.</param>
/// <param name="IsSellersFault">Whether it counts against the seller; null where the marketplace does not say.</param>
/// <param name="NeedsMessage">Whether the seller has to say more in words.</param>
public sealed record CancelReason(long Id, string Title, bool? IsSellersFault, bool NeedsMessage);
