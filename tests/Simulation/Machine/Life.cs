using System.Runtime.CompilerServices;

namespace ShipBy.Simulation.Machine;

/// <summary>One process of an instance, from its start to its crash. All of its continuations come through here, so that a crash drops them and a freeze holds them back.</summary>
internal sealed class Life(Scheduler scheduler, string name) : SynchronizationContext
{
    private readonly List<Scheduler.Event> _held = [];

    public string Name { get; } = name;

    public bool IsDead { get; private set; }

    /// <value>Ticks; in the past while it runs.</value>
    public long FrozenUntil { get; private set; }

    /// <value>Ticks by which its clock is wrong.</value>
    public long ClockError { get; set; }

    public bool IsAwake => !IsDead && FrozenUntil <= Scheduler.Now;

    public Scheduler Scheduler { get; } = scheduler;

    public void Die() => IsDead = true;

    /// <summary>Everything of it stands still: a frozen virtual machine, a long collection of garbage.</summary>
    public void Freeze(long ticks)
    {
        FrozenUntil = Math.Max(FrozenUntil, Scheduler.Now + ticks);
        Scheduler.At(FrozenUntil, WakeIfDue);
    }

    public void Thaw()
    {
        FrozenUntil = Math.Min(FrozenUntil, Scheduler.Now);
        WakeIfDue();
    }

    /// <summary>Keeps an event until it wakes.</summary>
    internal void Hold(Scheduler.Event held) => _held.Add(held);

    /// <summary>Lets time pass and others be faster.</summary>
    public Hop After(long ticks) => new(this, ticks);

    public override void Post(SendOrPostCallback d, object? state) => Scheduler.Post(this, d, state);

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nothing in the simulation waits for a thread.");

    public override SynchronizationContext CreateCopy() => this;

    public override string ToString() => Name;

    private void WakeIfDue()
    {
        if (FrozenUntil <= Scheduler.Now)
        {
            _held.ForEach(held => Scheduler.Add(Scheduler.Now, held));
            _held.Clear();
        }
    }

    /// <summary>Awaited: the rest comes as an event of its own.</summary>
    internal readonly struct Hop(Life life, long ticks) : ICriticalNotifyCompletion
    {
        public bool IsCompleted => false;

        public Hop GetAwaiter() => this;

        public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

        public void UnsafeOnCompleted(Action continuation) => life.Scheduler.At(life.Scheduler.Now + ticks, life, continuation);

        public void GetResult()
        {
            // Nothing comes back from time passing.
        }
    }
}
