using NodaTime;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Transit;

namespace ShipBy.Domain.Links;

/// <summary>A link in a message: good for one thing about one alert, without any login. Two links that say the same are the same link.</summary>
/// <param name="Deadline">What the message told of, in whole ticks: the order's deadline, or the limit of its parcel. Of what has another one by now the link changes nothing.</param>
/// <param name="Notice">Id of the message, so that a later message about the same order brings a link of its own.</param>
/// <param name="Route">By which the message went; it stands for the person who pressed.</param>
/// <param name="Expires">From here on it is refused; whole seconds.</param>
public sealed record AlertLink(LinkAction Action, OrderKey Order, Instant Deadline, Guid Notice, string Route, Instant Expires)
{
    /// <value>What the message said is wrong with the order's parcel on its way; null in a link about the order itself.</value>
    public ConsignmentTrouble? Trouble { get; init; }

    /// <value>Whether there is such a link: orders are not settled, and parcels not put off.</value>
    public bool IsPossible => Trouble is null ? Action is LinkAction.Acknowledge or LinkAction.Snooze : Action is LinkAction.Acknowledge or LinkAction.Settle;

    public bool IsAbout(Order order) => Trouble is null && order.Key == Order && order.ShipBy?.ToUnixTimeTicks() == Deadline.ToUnixTimeTicks();

    /// <param name="clock">One that runs for the parcel of <see cref="Order"/>.</param>
    public bool IsAbout(TransitClock clock) => clock.Trouble == Trouble && clock.Limit.ToUnixTimeTicks() == Deadline.ToUnixTimeTicks();
}

/// <summary>What pressing a link's button does. The numbers are written into links and stay.</summary>
public enum LinkAction
{
    Acknowledge = 1,
    Snooze = 2,

    /// <summary>Nobody asks about the parcel any more.</summary>
    Settle = 3,
}
