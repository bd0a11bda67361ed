using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Bills;

/// <summary>One row of a carrier's bill.</summary>
/// <param name="Line">Of the file, from 1.</param>
/// <param name="Number">Bare.</param>
/// <param name="Grams">As the carrier weighed it; null where the bill does not say.</param>
public sealed record BillLine(int Line, string Number, BillCharge Charge, Money Price, int? Grams);

/// <summary>What a row charges for.</summary>
public enum BillCharge
{
    /// <summary>Carrying the parcel: once for each.</summary>
    Delivery,

    /// <summary>Something besides, such as insurance or a way back; as often as it likes.</summary>
    Surcharge,
}

/// <summary>A parcel as it is known here.</summary>
/// <param name="Orders">Those that travel in it.</param>
/// <param name="Number">Bare.</param>
/// <param name="HandedOverAt">Null where it was not handed over.</param>
/// <param name="To">Null where nobody knows any more: whom a closed order went to is not kept.</param>
public sealed record KnownParcel(IReadOnlyList<OrderKey> Orders, string Number, NodaTime.Instant? HandedOverAt, Recipient? To);
