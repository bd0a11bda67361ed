using NodaTime;
using ShipBy.Application.Settings;
using ShipBy.Domain.Alerts;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>Whether the calendars that deadlines are reckoned by reach far enough, and are more than a guess.</summary>
public sealed class CalendarCheck(IEnumerable<IWatchedCalendars> calendars, GuardOptions options) : ISelfCheck
{
    private const int DaysAhead = 30;

    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.CalendarEnding, OperationalAlertKind.CalendarGuessed];

    public Duration? Every { get; } = Duration.FromDays(1);

    public Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel)
    {
        var zone = DateTimeZoneProviders.Tzdb[options.TimeZone];
        var today = scope.Now.InZone(zone).Date;
        var soon = today.PlusDays(DaysAhead);
        var inUse = scope.IsHome ? calendars.SelectMany(some => some.InUse).DistinctBy(calendar => calendar.Name).ToList() : [];
        return Task.FromResult(new SelfCheckAnswer(
        [
            .. from calendar in inUse
               where calendar.KnownUntil < soon
               select Find(OperationalAlertKind.CalendarEnding, calendar.Name, calendar.KnownUntil, calendar.KnownUntil < today ? Severity.Critical : Severity.Warning),
            .. from calendar in inUse
               where calendar.GuessedFrom < soon
               select Find(OperationalAlertKind.CalendarGuessed, calendar.Name, calendar.GuessedFrom!.Value, Severity.Warning),
        ]));

        OperationalFinding Find(OperationalAlertKind kind, string name, LocalDate day, Severity severity) =>
            new(kind, name, severity, new AlertFacts(zone.AtStartOfDay(day).ToInstant(), Count: Math.Max(0, Period.DaysBetween(today, day))));
    }
}
