using NodaTime;
using NodaTime.TimeZones;

namespace ShipBy.Domain.Calendars;

/// <summary>Dates and times of day as the clocks on the wall of a zone show them.</summary>
internal sealed class WallClock(DateTimeZone zone)
{
    /// <summary>A time that occurs twice means its first occurrence; one that the clocks skip means the instant at which they go on.</summary>
    /// <remarks>Moving a skipped time on by the gap's length instead could put an opening after its closing.</remarks>
    private static readonly ZoneLocalMappingResolver ClockChange =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <value>Marketplaces write "never" as the end of the year 9999, where local dates end too; later instants are taken for this one.</value>
    private static readonly Instant Furthest = Instant.FromUtc(9980, 1, 1, 0, 0);

    public LocalDate DateOf(Instant at) => Instant.Min(at, Furthest).InZone(zone).Date;

    public Instant At(LocalDate date, LocalTime time) => zone.ResolveLocal(date + time, ClockChange).ToInstant();
}
