using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Application.Settings;

/// <summary>The shop's working time, by which warnings come.</summary>
public sealed record ShopHours(WorkCalendar Calendar)
{
    /// <summary>The ladder in the shop's working time, as far as the settings ask for that.</summary>
    /// <param name="hours">Null where none are set: rungs follow the clock.</param>
    /// <exception cref="InvalidOperationException">The settings name a calendar, and nobody read it.</exception>
    internal static Ladder Around(Ladder ladder, GuardOptions options, ShopHours? hours)
    {
        if (string.IsNullOrWhiteSpace(options.Calendar))
        {
            return ladder;
        }

        var calendar = hours?.Calendar ?? throw new InvalidOperationException("ShipBy__Calendar is set, and the host did not read it.");
        var measured = options.LadderTime == GuardOptions.WorkingTime ? ladder.InWorkingTime(calendar) : ladder;
        return measured.Within(calendar, Duration.FromTimeSpan(options.CalendarLead));
    }
}
