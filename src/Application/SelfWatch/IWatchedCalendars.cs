using NodaTime;

namespace ShipBy.Application.SelfWatch;

/// <summary>The calendars that deadlines are reckoned by. A deployment without any has none of this.</summary>
public interface IWatchedCalendars
{
    IReadOnlyList<WatchedCalendar> InUse { get; }
}

/// <param name="Name">As the settings have it.</param>
/// <param name="KnownUntil">The last day that its data says anything about.</param>
/// <param name="GuessedFrom">The first day that nobody has announced yet; null where nothing is guessed.</param>
public sealed record WatchedCalendar(string Name, LocalDate KnownUntil, LocalDate? GuessedFrom);
