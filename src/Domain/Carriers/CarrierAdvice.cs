using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Carriers;

/// <summary>What decides which carrier an order may go with.</summary>
public sealed record CarrierQuestion
{
    /// <value>Null where the marketplace keeps it to itself.</value>
    public Recipient? To { get; init; }

    /// <value>Grams; null where nobody weighed it.</value>
    public int? Weight { get; init; }

    /// <value>When it has to be handed over; null where nobody set a limit.</value>
    public Instant? ShipBy { get; init; }

    /// <value>From the hand-over to the buyer; null where nobody asks.</value>
    public Duration? ArriveWithin { get; init; }

    /// <value>The carrier that the marketplace has set already; null where the seller chooses.</value>
    public string? Set { get; init; }

    /// <param name="arriveWithin">What the order's shop expects of its carrier.</param>
    /// <param name="weight">Grams; null where the weight of any of its goods is not known.</param>
    public static CarrierQuestion Of(Order order, Duration? arriveWithin, int? weight) => new() { To = order.Recipient, Weight = weight, ShipBy = order.ShipBy, ArriveWithin = arriveWithin, Set = order.Carrier };
}

/// <summary>Which carrier an order should go with, and why.</summary>
/// <param name="Tariff">The row that the reason is about; null where none is proposed.</param>
public sealed record CarrierAdvice(CarrierReason Reason, CarrierTariff? Tariff = null)
{
    /// <value>The marketplace's own word, where it decides.</value>
    public string? Set { get; init; }

    /// <value>The last day of the shutdown that ends first, where that is the reason.</value>
    public LocalDate? ShutUntil { get; init; }

    /// <value>The heaviest that any tariff for there takes, in grams, where the weight is the reason.</value>
    public int? Heaviest { get; init; }

    /// <value>Whether the row was chosen without knowing the weight: of each carrier's rows the one for the heaviest parcels.</value>
    public bool IsWeightGuessed { get; init; }

    /// <value>Every row of the table with what stands against it, in the order of the table.</value>
    public IReadOnlyList<TariffVerdict> Verdicts { get; init; } = [];

    /// <value>What a form is filled with; null where nobody has to be told, or nothing is proposed.</value>
    public string? Word => Reason == CarrierReason.SetByMarketplace ? null : Tariff?.Word;
}

/// <param name="HandOver">When it would be handed over at the earliest; null: not within a year, or it does not come to that.</param>
/// <param name="ShutUntil">The last day of the shutdown in the way, where that is what stands against it.</param>
public sealed record TariffVerdict(CarrierTariff Tariff, TariffFit Fit, Instant? HandOver = null, LocalDate? ShutUntil = null);

/// <summary>Whether an order can go by a tariff.</summary>
public enum TariffFit
{
    InTime,

    /// <summary>It is on the way for longer than the shop expects.</summary>
    TooSlow,

    /// <summary>The carrier does not come before the limit.</summary>
    TooLate,

    /// <summary>It would come before the limit, did it not take nothing just then.</summary>
    ShutDown,

    TooHeavy,

    OtherRegion,

    /// <summary>The marketplace does not tell enough of where it goes.</summary>
    WhereUnknown,
}

/// <summary>Why a carrier is proposed, or none.</summary>
public enum CarrierReason
{
    /// <summary>The seller keeps no table.</summary>
    NoTable,

    SetByMarketplace,

    /// <summary>No other carrier goes there.</summary>
    OnlyOneThere,

    /// <summary>Others go there, and do not make it.</summary>
    OnlyOneInTime,

    /// <summary>The least price of those that make it.</summary>
    CheapestInTime,

    /// <summary>Of those that make it the least days: their prices are not all known in one currency.</summary>
    QuickestInTime,

    /// <summary>All are on the way for too long; this one for the least.</summary>
    AllTooSlow,

    /// <summary>None comes before the limit; this one comes first.</summary>
    AllTooLate,

    /// <summary>None: all that would make it take nothing just then.</summary>
    ShutDown,

    /// <summary>None: the parcel weighs more than any of them takes.</summary>
    TooHeavy,

    /// <summary>None: the marketplace does not tell where it goes, and no carrier goes everywhere.</summary>
    WhereUnknown,

    /// <summary>None: no carrier goes there.</summary>
    NoneThere,
}
