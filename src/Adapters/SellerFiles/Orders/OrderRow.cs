using NodaTime;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;

namespace ShipBy.Adapters.SellerFiles.Orders;

/// <summary>One line of an order, as a row of a file says it.</summary>
/// <param name="Word">The other program's word for the status.</param>
/// <param name="Item">Null where a cancelled line asks for nothing any more.</param>
internal sealed record OrderRow(int Line, string Number, string Word, Meaning Means, OrderLine? Item)
{
    public Instant? Created { get; init; }

    public Instant? Paid { get; init; }

    public Instant? ShipBy { get; init; }

    public Instant? Shipped { get; init; }

    public Instant? Changed { get; init; }

    public string? Carrier { get; init; }

    public string? TrackingNumber { get; init; }

    public bool HasNote { get; init; }

    public Recipient? Recipient { get; init; }

    public Instant? DeliverBy { get; init; }

    public Instant? Delivered { get; init; }

    public int? Review { get; init; }

    public Canceller? CancelledBy { get; init; }
}
