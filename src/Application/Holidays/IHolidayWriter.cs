using ShipBy.Domain.Holidays;

namespace ShipBy.Application.Holidays;

/// <summary>Words a holiday's texts for buyers.</summary>
public interface IHolidayWriter
{
    /// <returns>Every part in every language.</returns>
    IReadOnlyList<HolidayText> Write(HolidayPack pack);
}
