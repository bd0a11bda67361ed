using NodaTime;

namespace ShipBy.Domain.Deadlines;

/// <summary>What to do about an order's deadline now.</summary>
public abstract record DeadlineAction
{
    private DeadlineAction() { }

    /// <summary>Nothing is due; look again then. Null: the ladder is through.</summary>
    public sealed record Wait(Instant? LookAgainAt) : DeadlineAction;

    /// <summary>Warn: the first contact of what was reached or was to be reminded of, the second one of what nobody acknowledged.</summary>
    /// <param name="Notes">What becomes of every rung reached.</param>
    /// <param name="LookAgainAt">The next rung, or the next instant at which the second contact would be told; null after the last.</param>
    public sealed record Warn(IReadOnlyList<RungNote> Notes, Instant? LookAgainAt) : DeadlineAction
    {
        /// <value>Whether a snooze has ended.</value>
        public bool IsReminder { get; init; }

        /// <value>Rungs that nobody acknowledged in time: the second contact is told. The most urgent last.</value>
        public IReadOnlyList<string> Escalated { get; init; } = [];

        /// <value>What the first contact is told, the most urgent last; empty where only the second one is told.</value>
        public IReadOnlyList<string> Named => Notes.Where(note => note.Fate == RungFate.Named).Select(note => note.Rung).ToList() is { Count: > 0 } rungs
            ? rungs
            : IsReminder ? [Rung.Reminder] : [];
    }

    /// <summary>Rungs were reached that an acknowledgement covers.</summary>
    public sealed record KeepQuiet(IReadOnlyList<RungNote> Notes, Instant? LookAgainAt) : DeadlineAction;

    /// <summary>The order is closed or has no deadline.</summary>
    public sealed record StopWatching : DeadlineAction;
}
