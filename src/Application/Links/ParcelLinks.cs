using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Links;

/// <summary>Links about a parcel on its way and a limit of it.</summary>
internal sealed class ParcelLinks(Pools pools) : ILinkKind
{
    public RowKey KeyOf(OrderKey order) => RowKey.Consignment(order);

    public LinkSight Look(AlertLink link, Stored? stored, bool isUsed, Instant now) =>
        ParcelLinkPolicy.Look(link, stored?.Consignment(), pools.TransitRulesOf(link.Order.Shop), isUsed, now);

    public (IReadOnlyList<RowChange> Changes, LinkSight.Done Done) Press(LinkPress press, Stored stored)
    {
        var after = ParcelLinkPolicy.Press(press.Link, (LinkSubject.AParcel)press.Open.Subject!, press.By, press.Now);
        return (ConsignmentWrite.Changes(stored, after?.Parcel), new LinkSight.Done(after));
    }
}
