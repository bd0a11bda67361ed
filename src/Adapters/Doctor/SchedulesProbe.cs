using Microsoft.Extensions.Configuration;
using NodaTime;
using ShipBy.Application.Doctor;
using ShipBy.Application.Settings;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Adapters.Doctor;

/// <summary>The timers' schedules: readable, when next, and often enough for what they are for.</summary>
public sealed class SchedulesProbe(IConfiguration settings, GuardOptions options, TimeProvider clock) : IProbe
{
    private const string Poll = "PollSchedule";

    private const string Sweep = "SweepSchedule";

    public Area Area => Area.Schedules;

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Finding>>([.. new[] { Poll, Sweep, "OutboxSchedule" }.Select(Judge)]);

    private Finding Judge(string name)
    {
        var now = clock.Now();
        if (settings[name] is not { Length: > 0 } text)
        {
            return new Finding(Area, Fact.ScheduleMissing, name);
        }

        if (Schedule.TryParse(text) is not { } schedule)
        {
            return new Finding(Area, Fact.ScheduleUnreadable, name);
        }

        if (schedule.After(now) is not { } next || schedule.LongestGap(now) is not { } gap)
        {
            return new Finding(Area, Fact.ScheduleNever, name);
        }

        var fact = gap > Longest(name) ? (name == Poll ? Fact.PollTooRare : Fact.SweepTooRare) : Fact.ScheduleSound;
        return new Finding(Area, fact, name) { At = next, Time = gap };
    }

    /// <summary>A poll that comes later than an outage is told of hides one; a sweep that comes later than the last rung is long lets a deadline pass unsaid.</summary>
    private Duration Longest(string name) => name switch
    {
        Poll => Duration.FromTimeSpan(options.OutageAfter),
        Sweep when Ladder.Parse(options.Ladder).LastBeforeDeadline is { IsOverdue: false } last => last.Before,
        _ => Duration.MaxValue,
    };
}
