using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Links;

/// <summary>A link in a message: good for one thing about one alert, without any login. Two links that say the same are the same link.</summary>
/// <param name="Deadline">What the message warned about, in whole ticks; of an order that has another deadline by now the link changes nothing.</param>
/// <param name="Notice">Id of the message, so that a later message about the same order brings a link of its own.</param>
/// <param name="Route">By which the message went; it stands for the person who pressed.</param>
/// <param name="Expires">From here on it is refused; whole seconds.</param>
public sealed record AlertLink(LinkAction Action, OrderKey Order, Instant Deadline, Guid Notice, string Route, Instant Expires)
{
    public bool IsAbout(Order order) => order.Key == Order && order.ShipBy?.ToUnixTimeTicks() == Deadline.ToUnixTimeTicks();
}

/// <summary>What pressing a link's button does. The numbers are written into links and stay.</summary>
public enum LinkAction
{
    Acknowledge = 1,
    Snooze = 2,
}
