using NodaTime;

namespace ShipBy.Domain.Deadlines;

/// <summary>What to do about an order's deadline now.</summary>
public abstract record DeadlineAction
{
    private DeadlineAction() { }

    /// <summary>Nothing is due; look again then. Null: the ladder is through.</summary>
    public sealed record Wait(Instant? LookAgainAt) : DeadlineAction;

    /// <summary>Warn, in one mail.</summary>
    /// <param name="Notes">What becomes of every rung reached: at least one is <see cref="RungFate.Named"/>.</param>
    /// <param name="LookAgainAt">The next rung; null after the last.</param>
    public sealed record Warn(IReadOnlyList<RungNote> Notes, Instant? LookAgainAt) : DeadlineAction
    {
        /// <value>The rungs that the mail names, the most urgent last.</value>
        public IReadOnlyList<string> Named => [.. Notes.Where(note => note.Fate == RungFate.Named).Select(note => note.Rung)];
    }

    /// <summary>Rungs were reached that an acknowledgement covers.</summary>
    public sealed record KeepQuiet(IReadOnlyList<RungNote> Notes, Instant? LookAgainAt) : DeadlineAction;

    /// <summary>The order is closed or has no deadline.</summary>
    public sealed record StopWatching : DeadlineAction;
}
