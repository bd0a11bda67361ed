using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Machine;

namespace ShipBy.Simulation.Hosting;

/// <summary>A timer function as the host runs it: each minute, in the one instance that holds the timer's lock, and never beside itself there.</summary>
/// <remarks>
/// The lock is a lease of 60 s that others try to get each 60 s, so a dead holder's timer stands still for up to 120 s. It is no fence: a holder that was frozen
/// past its lease goes on with its run when it wakes, beside the next holder's.
/// </remarks>
internal sealed class HostTimer(Play play, string name, Func<App, Task> function)
{
    private Instance? _holder;
    private App? _runsIn;
    private long _handOverAt;
    private long _stalledUntil;

    public string Name => name;

    /// <summary>The host does not run it for so long.</summary>
    public void StallFor(long ticks) => _stalledUntil = play.Scheduler.Now + ticks;

    public void Resume() => _stalledUntil = 0;

    public void Begin()
    {
        _holder = play.Chance.Pick(play.Instances);
        Schedule();
    }

    private void Schedule()
    {
        var nextMinute = (play.Scheduler.Now / Scheduler.Minute + 1) * Scheduler.Minute;
        play.Scheduler.At(nextMinute + play.Pace.Between(0, 20 * Scheduler.Millisecond), Fire);
    }

    private void Fire()
    {
        Schedule();
        if (play.Scheduler.Now < _stalledUntil)
        {
            return;
        }

        if (_holder is not { IsAwake: true })
        {
            HandOver();
            return;
        }

        _handOverAt = 0;
        Run(_holder);
    }

    /// <remarks>Where the dead holder is the first to be back, the lock is free for it as for any other.</remarks>
    private void HandOver()
    {
        if (_handOverAt == 0)
        {
            _handOverAt = play.Scheduler.Now + play.Chance.Between(0, Scheduler.Minute);
        }
        else if (play.Scheduler.Now >= _handOverAt && play.Instances.Where(instance => instance.IsAwake).ToList() is [_, ..] awake)
        {
            _holder = play.Chance.Pick(awake);
            _handOverAt = 0;
            play.Trace.Say($"the lock of {name} goes to {_holder.App!.Life}");
            Run(_holder);
        }
    }

    private void Run(Instance holder)
    {
        var app = holder.App!;
        if (_runsIn is { Life.IsDead: false } busy)
        {
            if (ReferenceEquals(busy, app))
            {
                return;
            }

            play.Coverage.Took(Turn.TimerOverlap);
        }

        _runsIn = app;
        holder.Run(name, function, _ => _runsIn = ReferenceEquals(_runsIn, app) ? null : _runsIn);
    }
}
