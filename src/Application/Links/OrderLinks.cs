using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Links;

/// <summary>Links about an open order and its deadline.</summary>
internal sealed class OrderLinks(LinkPolicy policy) : ILinkKind
{
    public RowKey KeyOf(OrderKey order) => RowKey.Order(order);

    public LinkSight Look(AlertLink link, Stored? stored, bool isUsed, Instant now) => policy.Look(link, stored?.Order(), isUsed, now);

    public (IReadOnlyList<RowChange> Changes, LinkSight.Done Done) Press(LinkPress press, Stored stored)
    {
        var after = policy.Press(stored.Order(), press.Time, press.By, press.Now).NotedSince(stored.Order(), press.Now);
        return (OrderWrite.Changes(stored, after), new LinkSight.Done(new LinkSubject.AnOrder(after)));
    }
}
