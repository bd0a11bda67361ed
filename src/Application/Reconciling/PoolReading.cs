using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Reconciling;

/// <summary>All rows of a pool that follow from its orders, and the orders.</summary>
/// <param name="before">The orders as they stood when the reading began.</param>
/// <param name="due">Places in the two indexes by time, the due rows and the instructions. Read after <paramref name="before"/> and before <paramref name="orders"/>, as waiting rows and stock are.</param>
/// <param name="orders">As they stood when it ended.</param>
public sealed class PoolReading(
    IReadOnlyList<Stored> before, IReadOnlyList<Stored> due, IReadOnlyList<Stored> waiting, IReadOnlyList<Stored> stock, IReadOnlyList<Stored> orders)
{
    private readonly Dictionary<OrderKey, string> _before = before.ToDictionary(stored => stored.Order().Key, stored => stored.Version);

    public IReadOnlyList<Stored> Due => due;

    public IReadOnlyList<Stored> Waiting => waiting;

    public IReadOnlyList<Stored> Stock => stock;

    public IReadOnlyList<Stored> Orders => orders;

    /// <value>The parcels on their way, with their looks.</value>
    public ParcelReading Parcels { get; init; } = new([], [], []);

    /// <value>Whether an order that was there from the beginning changed: look again. A new one comes with all its rows in one commit and can wait for the next time.</value>
    public bool IsBlurred => orders.Any(stored => !IsStill(stored) && _before.ContainsKey(stored.Order().Key));

    /// <summary>
    /// Whether the order stood still during the reading, so that its other rows can be held against it. One that came or changed meanwhile may have
    /// rows that were read before and rows that were read after.
    /// </summary>
    public bool IsStill(Stored order) => _before.GetValueOrDefault(order.Order().Key) == order.Version;
}

/// <summary>All parcels on their way, and the rows that follow from them.</summary>
/// <param name="before">As they stood when their reading began.</param>
/// <param name="looks">Read after <paramref name="before"/> and before <paramref name="parcels"/>.</param>
public sealed class ParcelReading(IReadOnlyList<Stored> before, IReadOnlyList<Stored> looks, IReadOnlyList<Stored> parcels)
{
    private readonly Dictionary<OrderKey, string> _before = before.ToDictionary(stored => stored.Consignment().Order, stored => stored.Version);

    public IReadOnlyList<Stored> Looks => looks;

    public IReadOnlyList<Stored> All => parcels;

    /// <summary>As <see cref="PoolReading.IsStill"/> says of orders. Parcels move without a turn; one that did so meanwhile is left to the next time.</summary>
    public bool IsStill(Stored parcel) => _before.GetValueOrDefault(parcel.Consignment().Order) == parcel.Version;
}
