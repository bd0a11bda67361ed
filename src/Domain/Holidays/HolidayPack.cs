using NodaTime;
using ShipBy.Domain.Carriers;

namespace ShipBy.Domain.Holidays;

/// <summary>What a seller needs to know of a closed period, and to tell.</summary>
/// <param name="ArriveBy">When parcels shall be there.</param>
/// <param name="LastDay">The last day on which parcels leave before it: with some carrier, or simply worked where there is no table. Null: none within a year.</param>
/// <param name="Again">The first day after it on which they do.</param>
/// <param name="Carriers">In the order of the table.</param>
public sealed record HolidayPack(ClosedPeriod Period, LocalDate ArriveBy, LocalDate? LastDay, LocalDate? Again, IReadOnlyList<CarrierPause> Carriers);

/// <param name="LastArriving">The last hand-over that makes it by the date.</param>
/// <param name="LastBefore">The last hand-over before the period; null where there is none within a year.</param>
/// <param name="FirstAfter">Null where there is none within a year.</param>
public sealed record CarrierPause(CarrierTariff Tariff, LastShip LastArriving, LastShip? LastBefore, LastShip? FirstAfter);

/// <summary>A text for buyers.</summary>
/// <param name="Language">Its tag, such as <c>zh-CN</c>.</param>
public sealed record HolidayText(string Language, HolidayPart Part, string Text);

public enum HolidayPart
{
    /// <summary>For the shop window.</summary>
    Notice,

    /// <summary>Quick replies, from here on.</summary>
    WhenWillItCome,
    CanYouMakeIt,
    WhyLate,
    OrderedMeanwhile,
}
