using System.Globalization;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace ShipBy.Domain.Alerts;

/// <summary>Hours of every day in which nobody wants to be disturbed by what can wait. They may go over midnight.</summary>
/// <remarks>The first minute is quiet, the last is not. A wall clock that the zone skips means the instant at which it goes on; one that occurs twice means the first.</remarks>
public sealed class QuietHours
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly ZoneLocalMappingResolver ClockChange = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private readonly LocalTime _from;
    private readonly LocalTime _to;
    private readonly DateTimeZone _zone;

    private QuietHours(LocalTime from, LocalTime to, DateTimeZone zone) => (_from, _to, _zone) = (from, to, zone);

    /// <summary>Reads <c>22:00-08:00</c>.</summary>
    /// <returns>Null for an empty text: no hour is quiet.</returns>
    /// <exception cref="FormatException">It is none of both, or begins when it ends.</exception>
    public static QuietHours? Parse(string text, DateTimeZone zone)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return text.Split('-', StringSplitOptions.TrimEntries) is [var from, var to]
            && Clock.Parse(from).TryGetValue(default, out var begins) && Clock.Parse(to).TryGetValue(default, out var ends) && begins != ends
            ? new QuietHours(begins, ends, zone)
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{text}' are no quiet hours: write 22:00-08:00."));
    }

    /// <summary>The quiet stretch that an instant lies in; null while nobody sleeps.</summary>
    public Interval? Around(Instant at)
    {
        var today = at.InZone(_zone).Date;
        return new[] { today.PlusDays(-1), today }.Select(StretchOf).Where(stretch => stretch.Contains(at)).Select(stretch => (Interval?)stretch).FirstOrDefault();
    }

    /// <summary>When something of a severity may be said: at once, or when the quiet hours end.</summary>
    /// <returns>Null for at once.</returns>
    public Instant? HoldBackUntil(Severity severity, Instant now) => severity == Severity.Critical ? null : Around(now)?.End;

    private Interval StretchOf(LocalDate date)
    {
        var (begins, ends) = (On(date, _from), On(_to > _from ? date : date.PlusDays(1), _to));
        return new Interval(begins, Instant.Max(begins, ends));
    }

    private Instant On(LocalDate date, LocalTime wallClock) => _zone.ResolveLocal(date + wallClock, ClockChange).ToInstant();
}
