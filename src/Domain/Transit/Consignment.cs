using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;

namespace ShipBy.Domain.Transit;

/// <summary>A parcel on its way: what is kept of a shipped order once that has left for the history, until the buyer has it.</summary>
public sealed record Consignment
{
    public required OrderKey Order { get; init; }

    public required Instant OrderedAt { get; init; }

    /// <value>As ShipBy saw it; a parcel that was not accepted and is handed over again counts from then.</value>
    public required Instant HandedOverAt { get; init; }

    public required Sighting Seen { get; init; }

    public string? Carrier { get; init; }

    public string? TrackingNumber { get; init; }

    /// <value>Null where prices are unknown.</value>
    public Money? Value { get; init; }

    /// <value>What was told of its limits; of those that run no more, nothing.</value>
    public IReadOnlyList<TransitNote> Told { get; init; } = [];

    /// <value>Who said to be on it; null for nobody.</value>
    public ConsignmentCare? Care { get; init; }

    /// <value>The next instant at which a policy must look at it.</value>
    public required Instant LookAt { get; init; }

    /// <value>What a letter to the carrier is about: what it admits, or else the worst that was told of a passed limit, or else that nothing moves.</value>
    public TransitClock Complaint => Seen.Sign switch
    {
        TransitSign.Lost => new TransitClock(ConsignmentTrouble.Lost, Seen.At),
        TransitSign.NotAccepted => new TransitClock(ConsignmentTrouble.NotAccepted, Seen.At),
        _ => Told.Where(note => note.Rung == Rung.Overdue.Name).Select(note => note.Clock).OrderBy(clock => clock.Trouble).LastOrDefault() ?? new TransitClock(ConsignmentTrouble.Stuck, Seen.At),
    };

    /// <summary>What is to be followed of an order that leaves the ledger.</summary>
    /// <returns>Null where nothing is: it was not shipped, it was cancelled, or the buyer has it.</returns>
    public static Consignment? Of(Order order) => order is { State: OrderState.Shipped, ShippedAt: { } shipped, CancelledAt: null } && !SeenOf(order, shipped).IsEnd
        ? new Consignment
        {
            Order = order.Key,
            OrderedAt = order.OrderedAt,
            HandedOverAt = shipped,
            Seen = SeenOf(order, shipped),
            Carrier = order.Carrier,
            TrackingNumber = order.TrackingNumber,
            Value = order.Value,
            LookAt = shipped,
        }
        : null;

    /// <remarks>What the marketplace showed, and what the carrier itself told last.</remarks>
    private static Sighting SeenOf(Order order, Instant shipped)
    {
        var seen = order.Transit ?? new Sighting(TransitSign.HandedOver, Word: null, shipped);
        return order.CarrierTold is { } told ? seen.AfterTelling(TransitSigns.Of(told.Kind), told.At) : seen;
    }

    /// <summary>The same parcel after its order came back and leaves again: what was told stays told.</summary>
    public Consignment Joined(Consignment again) => Moved(again.Seen.At > Seen.At ? Seen.AfterReading(again.Seen) : Seen) with
    {
        Carrier = again.Carrier ?? Carrier,
        TrackingNumber = again.TrackingNumber ?? TrackingNumber,
        Value = again.Value ?? Value,
    };

    /// <summary>The parcel after a word of its carrier's; the same parcel where that is nothing new. A date that is still to come counts as now.</summary>
    public Consignment Hearing(CarrierEvent told, Instant now) => Moved(Seen.AfterTelling(TransitSigns.Of(told.Kind), Instant.Min(told.At, now)));

    /// <summary>The parcel where it was seen last.</summary>
    public Consignment Moved(Sighting seen) => seen == Seen ? this : this with
    {
        Seen = seen,
        HandedOverAt = (Seen.Sign, seen.Sign) is (TransitSign.NotAccepted, TransitSign.HandedOver) ? seen.At : HandedOverAt,
    };
}

/// <summary>That something was told of a limit.</summary>
/// <param name="Rung">Its name.</param>
/// <param name="Times">How often; more than once where the limit has passed and nobody answered.</param>
/// <param name="At">The last time.</param>
public sealed record TransitNote(TransitClock Clock, string Rung, int Times, Instant At);

/// <summary>That somebody said: I am on it.</summary>
/// <param name="By">Who, in the seller's words.</param>
public sealed record ConsignmentCare(string By, Instant At)
{
    /// <value>Longer names are cut: they are shown in a line.</value>
    private const int LongestName = 60;

    public static ConsignmentCare Of(string by, Instant at) =>
        new(by.Length <= LongestName ? by : by[..(char.IsHighSurrogate(by[LongestName - 1]) ? LongestName - 1 : LongestName)], at);
}
