using NodaTime;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;

namespace ShipBy.Domain.Batches;

/// <summary>Orders that somebody ships at one go, and how far telling of them has come. It stays until all of them are noted in their own rows.</summary>
/// <param name="Id">Drawn when it was planned, so that pressing the button twice starts it once.</param>
/// <param name="By">In the seller's words.</param>
/// <param name="IsHandedOver">Whether the carrier has the parcels already.</param>
public sealed record ShipmentBatch(Guid Id, Instant StartedAt, string By, string? Carrier, bool IsHandedOver, IReadOnlyList<BatchItem> Items)
{
    /// <summary>Orders that lie in the parcel before an order comes into it. Those that were refused stayed out.</summary>
    public IEnumerable<OrderKey> BesideBefore(int index) => Items[index].Joins is not { } first
        ? []
        : Items.Take(index).Where(item => (item.Order == first || item.Joins == first) && item.State != BatchItemState.Refused).Select(item => item.Order);

    /// <value>Its row, and the patience of whoever watches it.</value>
    public const int MostItems = 200;

    /// <value>Numbers of the stock that no order of their parcels took, and that have not gone back.</value>
    public IReadOnlyList<string> UnusedNumbers =>
    [
        .. from item in Items
           where item is { TrackingNumber: not null }
           group item by item.TrackingNumber! into parcel
           where parcel.All(item => item is { State: BatchItemState.Refused, IsFromStock: true, IsGivenBack: false })
           select parcel.Key,
    ];

    public bool IsUnfinished => Items.Any(item => item.State == BatchItemState.Waiting);
}

/// <param name="TrackingNumber">Orders of one parcel share one; null where the marketplace gives it.</param>
/// <param name="Flaw">Why it was not noted; null otherwise.</param>
public sealed record BatchItem(OrderKey Order, string? TrackingNumber, BatchItemState State = BatchItemState.Waiting, AskFlaw? Flaw = null)
{
    /// <value>The order that its parcel began with; null for that one itself, and for an order alone.</value>
    public OrderKey? Joins { get; init; }

    /// <value>Whether its number was taken from the carrier's number stock.</value>
    public bool IsFromStock { get; init; }

    /// <value>Whether the number went back there, because the parcel never left.</value>
    public bool IsGivenBack { get; init; }
}

public enum BatchItemState
{
    Waiting,

    /// <summary>It stands in the order's row and will be said; saying it there twice is saying it once.</summary>
    Noted,
    Refused,
}
