using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping.Numbers;

namespace ShipBy.Domain.Batches;

/// <summary>What somebody wants shipped at one go.</summary>
public sealed record BatchWish
{
    /// <value>In the order in which the parcels lie on the table, each once.</value>
    public required IReadOnlyList<OrderKey> Orders { get; init; }

    /// <value>By the marketplace's code; null where it needs none.</value>
    public string? Carrier { get; init; }

    public bool IsHandedOver { get; init; }

    /// <value>The number on the first parcel; null where the marketplace gives numbers.</value>
    public string? FirstNumber { get; init; }

    /// <value>Whether the numbers come from the carrier's number stock. A first number wins over it.</value>
    public bool FromStock { get; init; }

    public NumberRule Rule { get; init; }

    /// <value>1, or -1.</value>
    public int Step { get; init; } = 1;

    /// <value>Numbers that somebody typed for a parcel of their own, by its first order: a spoiled form shifts all that come after it.</value>
    public IReadOnlyDictionary<OrderKey, string> Typed { get; init; } = new Dictionary<OrderKey, string>();

    /// <value>Orders that go in a parcel of their own although others go to the same place.</value>
    public IReadOnlySet<OrderKey> Apart { get; init; } = new HashSet<OrderKey>();
}

/// <summary>What would be shipped, and how.</summary>
/// <param name="LeftOut">What must not ship, each with its reason; no number is spent on it.</param>
public sealed record BatchPlan(IReadOnlyList<PlannedParcel> Parcels, IReadOnlyList<LeftOutOrder> LeftOut, NumberTrouble? Trouble)
{
    public int Orders => Parcels.Sum(parcel => parcel.Orders.Count);
}

/// <param name="Orders">More than one where they go to the same person at the same place; the first names the parcel.</param>
public sealed record PlannedParcel(IReadOnlyList<Order> Orders, string? TrackingNumber);

/// <summary>A number that an order has, or was given in a batch.</summary>
public sealed record GivenNumber(OrderKey Order, string Number);

public sealed record LeftOutOrder(OrderKey Order, LeftOutReason Reason);

/// <param name="At">The first order of the parcel where the numbers end.</param>
/// <param name="Detail">The number as it should be, or the one that is used; null where the flaw says it all.</param>
public sealed record NumberTrouble(OrderKey At, SeriesFlaw Flaw, string? Detail);

/// <summary>Why an order must not ship now.</summary>
public enum LeftOutReason
{
    /// <summary>There is no such order, or not any more.</summary>
    Gone,
    Cancelled,
    BeingCancelled,

    /// <summary>It was handed over already.</summary>
    Shipped,

    /// <summary>It was told already, and the marketplace is asked whether it shows.</summary>
    BeingShipped,
    NoStock,
    SetAside,

    /// <summary>Not confirmed or paid yet, as a presale may be, or the marketplace forbids shipping for the moment.</summary>
    NotReleased,
    RefundOpen,

    /// <summary>The seller's own rules want a person to look first.</summary>
    ToBeLookedAt,

    /// <summary>The shop is told nothing of this kind.</summary>
    NotOffered,

    /// <summary>More than one batch takes.</summary>
    TooMany,
}
