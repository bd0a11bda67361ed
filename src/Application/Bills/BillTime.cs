using NodaTime;

namespace ShipBy.Application.Bills;

/// <summary>The time that a bill is about, as people give it.</summary>
public static class BillTime
{
    /// <param name="from">Included; null: nobody said.</param>
    /// <param name="to">Included; null: nobody said.</param>
    /// <returns>Null where not both are given, or the last is before the first.</returns>
    public static Interval? Between(LocalDate? from, LocalDate? to, DateTimeZone zone) => from is { } first && to is { } last && last >= first
        ? new Interval(zone.AtStartOfDay(first).ToInstant(), zone.AtStartOfDay(last.PlusDays(1)).ToInstant())
        : null;
}
