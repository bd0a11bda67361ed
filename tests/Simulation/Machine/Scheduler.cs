using NodaTime;

namespace ShipBy.Simulation.Machine;

/// <summary>One thread, one virtual time: everything that happens is an event at an instant, and the seed decides which of several at one instant comes first.</summary>
/// <param name="start">Ticks (100 ns) since 1970.</param>
internal sealed class Scheduler(Dice dice, long start)
{
    public const long Millisecond = 10_000;
    public const long Second = 1_000 * Millisecond;
    public const long Minute = 60 * Second;
    public const long Hour = 60 * Minute;

    /// <value>More than any honest seed needs; beyond it something turns in a circle without time passing.</value>
    private const long MostEventsAnInstant = 200_000;

    private readonly PriorityQueue<Event, Moment> _events = new();
    private bool _stopped;

    /// <value>Ticks (100 ns) since 1970. Never goes back; clocks of instances may.</value>
    public long Now { get; private set; } = start;

    public Instant Instant => Instant.FromUnixTimeTicks(Now);

    public long Played { get; private set; }

    /// <summary>Nothing more happens.</summary>
    public void Stop() => _stopped = true;

    /// <summary>Something outside the instances.</summary>
    public void At(long when, Action action) => Add(when, new Event(null, action, null, null));

    /// <summary>Something of an instance: it does not happen once the instance is dead, and waits while it is frozen.</summary>
    public void At(long when, Life owner, Action action) => Add(when, new Event(owner, action, null, null));

    public void Post(Life owner, SendOrPostCallback callback, object? state) => Add(Now, new Event(owner, null, callback, state));

    /// <summary>Plays everything up to and including an instant.</summary>
    /// <exception cref="RestlessException">Events breed events without time passing.</exception>
    public void RunUntil(long end)
    {
        var (outer, current, count, since) = (SynchronizationContext.Current, (Life?)null, 0L, Now);
        try
        {
            while (!_stopped && _events.TryPeek(out var next, out var moment) && moment.At <= end)
            {
                _events.Dequeue();
                if (moment.At > Now)
                {
                    (Now, count, since) = (moment.At, 0, moment.At);
                }

                if (next.Owner is { } owner)
                {
                    if (owner.IsDead)
                    {
                        continue;
                    }

                    if (owner.FrozenUntil > Now)
                    {
                        owner.Hold(next);
                        continue;
                    }
                }

                if (++count > MostEventsAnInstant)
                {
                    throw new RestlessException(since);
                }

                if (!ReferenceEquals(next.Owner, current))
                {
                    current = next.Owner;
                    SynchronizationContext.SetSynchronizationContext(current);
                }

                Played++;
                next.Run();
            }

            Now = Math.Max(Now, end);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    internal void Add(long when, Event what) => _events.Enqueue(what, new Moment(Math.Max(when, Now), dice.Next()));

    internal readonly record struct Event(Life? Owner, Action? Action, SendOrPostCallback? Callback, object? State)
    {
        public void Run()
        {
            if (Action is { } action)
            {
                action();
            }
            else
            {
                Callback!(State);
            }
        }
    }

    private readonly record struct Moment(long At, ulong Tie) : IComparable<Moment>
    {
        public int CompareTo(Moment other) => At != other.At ? At.CompareTo(other.At) : Tie.CompareTo(other.Tie);
    }
}

/// <summary>The app turns in a circle.</summary>
internal sealed class RestlessException(long since) : Exception($"Since {Instant.FromUnixTimeTicks(since)} the app works without end and no time passes.");
