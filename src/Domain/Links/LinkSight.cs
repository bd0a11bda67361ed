using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Links;

/// <summary>What is true about a link and its order now.</summary>
public abstract record LinkSight
{
    private LinkSight() { }

    /// <summary>It can be pressed.</summary>
    /// <param name="Offers">What may be chosen; one for an acknowledgement.</param>
    public sealed record Open(Order Order, IReadOnlyList<LinkOffer> Offers) : LinkSight;

    /// <summary>It has just been pressed, and this is the order since.</summary>
    public sealed record Done(Order Order) : LinkSight;

    /// <summary>It was pressed before; a link works once.</summary>
    public sealed record Used(Order Order) : LinkSight;

    /// <summary>Somebody has acknowledged already, and it stands.</summary>
    public sealed record Answered(Order Order) : LinkSight;

    /// <summary>The deadline has passed: nothing is left to be put off.</summary>
    public sealed record TooLate(Order Order) : LinkSight;

    /// <summary>The order has another deadline than the one that the message warned about, or none.</summary>
    public sealed record Moved(Order Order) : LinkSight;

    /// <summary>The order is shipped, cancelled, or gone; null once it has left for the history.</summary>
    public sealed record Closed(Order? Order) : LinkSight;
}

/// <summary>What pressing would come to.</summary>
/// <param name="Time">Null for an acknowledgement.</param>
public sealed record LinkOffer(SnoozeTime? Time, Instant Until, QuietEnd End);

/// <summary>What an order's quiet ends with.</summary>
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
}
