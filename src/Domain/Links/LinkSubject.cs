using ShipBy.Domain.Orders;
using ShipBy.Domain.Transit;

namespace ShipBy.Domain.Links;

/// <summary>What a link is about, as it stands now.</summary>
public abstract record LinkSubject
{
    private LinkSubject() { }

    public sealed record AnOrder(Order Order) : LinkSubject;

    /// <param name="Clock">The limit that the message told of, or, where that runs no more, the one that a person should know of now; null where there is none.</param>
    /// <param name="Rules">Of its shop.</param>
    public sealed record AParcel(Consignment Parcel, TransitClock? Clock, TransitRules Rules) : LinkSubject;
}
