using System.Globalization;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace ShipBy.Domain.Days;

/// <summary>The shop's hour at which something is told once a day.</summary>
/// <remarks>A wall clock that the zone skips means the instant at which it goes on; one that occurs twice means the first.</remarks>
public sealed record DayTelling(LocalTime At, DateTimeZone Zone)
{
    /// <value>Who was down at the hour says it later, up to this long; then the day is skipped.</value>
    public static readonly Duration Patience = Duration.FromHours(4);

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly ZoneLocalMappingResolver ClockChange = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>Reads <c>08:00</c>.</summary>
    /// <returns>Null for an empty text: it is never told.</returns>
    /// <exception cref="FormatException">It is none of both.</exception>
    public static DayTelling? Parse(string text, DateTimeZone zone) => string.IsNullOrWhiteSpace(text) ? null
        : Clock.Parse(text.Trim()).TryGetValue(default, out var at) ? new DayTelling(at, zone)
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{text}' is no hour of a day: write 08:00."));

    /// <summary>The instant of its hour on a day.</summary>
    public Instant On(LocalDate day) => Zone.ResolveLocal(day + At, ClockChange).ToInstant();

    /// <summary>When a day begins in the shop's zone.</summary>
    public Instant StartOf(LocalDate day) => Zone.ResolveLocal(day.AtMidnight(), ClockChange).ToInstant();

    /// <summary>The day that is to be told now; null where none is, or it was told.</summary>
    /// <param name="told">The last day that was told; null before the first.</param>
    /// <remarks>Yesterday's counts too: an hour shortly before midnight may be noticed after it.</remarks>
    public LocalDate? DueBy(Instant now, LocalDate? told)
    {
        var today = now.InZone(Zone).Date;
        return new[] { today, today.PlusDays(-1) }
            .Where(day => Exists(day) && !(told >= day) && On(day) <= now && now < On(day) + Patience)
            .Select(day => (LocalDate?)day)
            .FirstOrDefault();
    }

    /// <remarks>A zone that changed sides of the date line has a day less.</remarks>
    private bool Exists(LocalDate day) => StartOf(day).InZone(Zone).Date == day;
}
