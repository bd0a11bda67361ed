using NodaTime;
using ShipBy.Domain.Deadlines;

namespace ShipBy.Domain.Links;

/// <summary>What is true about a link and its order, or its parcel, now.</summary>
public abstract record LinkSight
{
    private LinkSight(LinkSubject? subject) => Subject = subject;

    /// <value>Null where the ledger has it no more.</value>
    public LinkSubject? Subject { get; init; }

    /// <summary>It can be pressed.</summary>
    /// <param name="Offers">What may be chosen; one where there is nothing to choose.</param>
    public sealed record Open(LinkSubject? Subject, IReadOnlyList<LinkOffer> Offers) : LinkSight(Subject);

    /// <summary>It has just been pressed, and this is how things stand since.</summary>
    public sealed record Done(LinkSubject? Subject) : LinkSight(Subject);

    /// <summary>It was pressed before; a link works once.</summary>
    public sealed record Used(LinkSubject? Subject) : LinkSight(Subject);

    /// <summary>Somebody has acknowledged already, and it stands.</summary>
    public sealed record Answered(LinkSubject? Subject) : LinkSight(Subject);

    /// <summary>The deadline has passed: nothing is left to be put off.</summary>
    public sealed record TooLate(LinkSubject? Subject) : LinkSight(Subject);

    /// <summary>The order has another deadline than the one that the message warned about, or none; or the parcel's limit that it told of runs no more.</summary>
    public sealed record Moved(LinkSubject? Subject) : LinkSight(Subject);

    /// <summary>The order is shipped, cancelled, or gone, or the parcel is followed no more.</summary>
    public sealed record Closed(LinkSubject? Subject) : LinkSight(Subject);
}

/// <summary>What pressing would come to.</summary>
/// <param name="Time">Null where nothing is put off.</param>
public sealed record LinkOffer(SnoozeTime? Time, Instant Until, QuietEnd End);

/// <summary>What the quiet about an order, or about a parcel, ends with.</summary>
public enum QuietEnd
{
    /// <summary>The time that was chosen or set.</summary>
    AsWanted,

    /// <summary>The last rung before the deadline, which always comes.</summary>
    LastReminder,

    /// <summary>The deadline: no rung is left before it.</summary>
    Deadline,

    /// <summary>Nothing: the deadline has passed, and no rung is left.</summary>
    NothingLeft,

    /// <summary>The parcel's limit, which is told however soon somebody was on it.</summary>
    Limit,

    /// <summary>Another limit of the parcel, or the parcel itself, which moves and stops again.</summary>
    NextTrouble,

    /// <summary>Nothing: the parcel is asked about no more.</summary>
    Never,
}
