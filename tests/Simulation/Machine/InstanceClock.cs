using System.Globalization;

namespace ShipBy.Simulation.Machine;

/// <summary>What one instance takes for the time: the virtual time and its own error.</summary>
internal sealed class InstanceClock(Life life) : TimeProvider
{
    public override long TimestampFrequency => Scheduler.Second;

    public override DateTimeOffset GetUtcNow() => new(DateTime.UnixEpoch.Ticks + life.Scheduler.Now + life.ClockError, TimeSpan.Zero);

    public override long GetTimestamp() => life.Scheduler.Now;

    public override TimeZoneInfo LocalTimeZone => throw new NotSupportedException("Nobody in the app may ask for the local time.");

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Alarm(life, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Alarm(Life life, TimerCallback callback, object? state) : ITimer
    {
        private int _setting;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var setting = ++_setting;
            if (dueTime >= TimeSpan.Zero)
            {
                Ring(setting, dueTime.Ticks, period > TimeSpan.Zero ? period.Ticks : null);
            }

            return true;
        }

        public void Dispose() => _setting++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"alarm {_setting} of {life}");

        private void Ring(int setting, long after, long? period) => life.Scheduler.At(life.Scheduler.Now + after, life, () =>
        {
            if (setting == _setting)
            {
                callback(state);
                if (period is { } again)
                {
                    Ring(setting, again, again);
                }
            }
        });
    }
}
