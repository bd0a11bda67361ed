using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Desk;

/// <summary>What the seller's page reads and does.</summary>
public interface IDesk
{
    /// <param name="filter">The counts are those of all open orders, whatever it leaves out.</param>
    Task<TodayView> TodayAsync(OrderFilter filter, CancellationToken cancel);

    /// <summary>Silences an order's rungs until the last one before its deadline. Saying it twice is saying it once.</summary>
    /// <returns>False when there is no such open order.</returns>
    Task<bool> AcknowledgeAsync(OrderKey order, string by, CancellationToken cancel);

    /// <summary>Silences an order's rungs for a while, after which it is named again; never past the last rung before its deadline.</summary>
    /// <returns>False when there is no such open order.</returns>
    Task<bool> SnoozeAsync(OrderKey order, string by, Duration time, CancellationToken cancel);

    /// <summary>Gives an order to somebody; an empty name gives it to nobody.</summary>
    /// <returns>False when there is no such open order.</returns>
    Task<bool> AssignAsync(OrderKey order, string owner, CancellationToken cancel);

    /// <summary>Silences what was told of a parcel on its way, until it moves or another limit passes.</summary>
    /// <returns>False when no such parcel is on its way.</returns>
    Task<bool> AcknowledgeParcelAsync(OrderKey order, string by, CancellationToken cancel);

    /// <summary>Nobody asks about a parcel any more, however it went.</summary>
    /// <returns>False when no such parcel is on its way.</returns>
    Task<bool> SettleParcelAsync(OrderKey order, CancellationToken cancel);
}
