using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Deadlines;

/// <summary>One step of the warning ladder.</summary>
/// <param name="Name">Its name in mails and reports, such as <c>6h</c>. Without spaces, commas, slashes or <c>@</c>.</param>
/// <param name="Before">How long before the deadline it is reached. Zero for <see cref="Overdue"/>.</param>
public sealed record Rung(string Name, Duration Before)
{
    /// <value>The last rung of every ladder: reached just after the deadline, since the deadline itself is still on time.</value>
    public static Rung Overdue { get; } = new("overdue", Duration.Zero);

    /// <value>No rung of a ladder: what a reminder names that a seller asked for by snoozing, when no rung was reached meanwhile.</value>
    public const string Reminder = "snooze";

    /// <value>No rung of a ladder: the one additional warning before it, see <see cref="Order.EarlyAt"/>.</value>
    public const string Early = "early";

    /// <value>No rung of a ladder: that the carrier does not come any more before the deadline, said as soon as that is so.</value>
    public const string NoPickUp = "nopickup";

    public bool IsOverdue => this == Overdue;

    /// <summary>Whether a name means something else already.</summary>
    internal static bool IsTaken(string name) => name == Overdue.Name || IsBesideTheLadder(name);

    /// <summary>Whether a name stands for something that is said beside the ladder and counts for none of its rungs.</summary>
    public static bool IsBesideTheLadder(string name) => name is Reminder or Early or NoPickUp;

    /// <summary>The instant from which it needs a warning, by the clock alone; <see cref="Ladder.ReachedAt"/> knows of closed hours too.</summary>
    /// <remarks>Just after the deadline is one tick (100 ns) after it: the finest step that clocks and the ledger's keys tell apart.</remarks>
    public Instant ReachedAt(Instant deadline) => IsOverdue ? deadline + Duration.FromTicks(1) : deadline - Before;
}

/// <summary>That a rung is done with, and how.</summary>
/// <param name="Rung">The rung's name.</param>
/// <param name="Fate">Whether a notice names it, a later rung's notice counts for it, or an acknowledgement covered it.</param>
/// <param name="Owed">Channels that it was written for and that did not withdraw it.</param>
/// <param name="EscalatedAt">When the second contact was told, because nobody had acknowledged; null before.</param>
public sealed record RungNote(string Rung, RungFate Fate, Instant At, int Owed = 1, Instant? EscalatedAt = null);

/// <summary>How a rung came to need no warning any more.</summary>
public enum RungFate
{
    /// <summary>A notice names it.</summary>
    Named,

    /// <summary>It had passed before the order could be seen; the notice of a later rung counts for it.</summary>
    Covered,

    /// <summary>Somebody had acknowledged the order.</summary>
    Acknowledged,
}

/// <summary>That somebody said: I know, I am on it.</summary>
/// <param name="By">Who, in the seller's words.</param>
/// <param name="Until">Rungs reached before this instant stay silent. Overdue always comes.</param>
/// <param name="RemindsAtEnd">A snooze: at its end the order is named again, with the rungs reached meanwhile.</param>
public sealed record Acknowledgement(string By, Instant At, Instant Until, bool RemindsAtEnd = false)
{
    /// <summary>Whether it stands: until its end, and for good where it was said after the deadline, when nothing is left to be silenced.</summary>
    public bool Stands(Instant? deadline, Instant now) => now < Until || At > deadline;
}
