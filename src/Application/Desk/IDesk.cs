using ShipBy.Domain.Orders;

namespace ShipBy.Application.Desk;

/// <summary>What the seller's page reads and does.</summary>
public interface IDesk
{
    Task<TodayView> TodayAsync(CancellationToken cancel);

    /// <summary>Silences an order's rungs until the last one before its deadline. Saying it twice is saying it once.</summary>
    /// <returns>False when there is no such open order.</returns>
    Task<bool> AcknowledgeAsync(OrderKey order, string by, CancellationToken cancel);
}
