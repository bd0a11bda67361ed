using NodaTime;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Carriers;

/// <summary>Reads which parcels were handed over in a time: from the open ledger, and from the history by day. The cost follows the parcels of that time, and is bounded.</summary>
/// <remarks>Orders that left before the history kept this are not found.</remarks>
public sealed class SentParcels(ILedger ledger, HistoryStore history)
{
    /// <value>Of one pool: twenty pages of the store.</value>
    public const int Most = 20_000;

    public async Task<SentInTime> OfAsync(IEnumerable<PoolName> pools, Interval time, CancellationToken cancel)
    {
        var (parcels, orders, isCut) = (new Dictionary<OrderKey, SentParcel>(), new List<Order>(), false);
        foreach (var pool in pools)
        {
            var past = await history.Rows.RangeAsync(pool, KeyRange.SentIn(time), Most, cancel);
            isCut |= past.Count == Most;
            foreach (var parcel in past.Select(stored => ((SentRow)stored.Row).Parcel))
            {
                parcels[parcel.Order] = parcel;
            }

            orders.AddRange((await ledger.OrdersAsync(pool, cancel)).Values.Select(stored => stored.Order()));
        }

        // What came back into the ledger is newer there.
        foreach (var order in orders)
        {
            parcels.Remove(order.Key);
            if (SentParcel.Of(order) is { } parcel && time.Contains(parcel.HandedOverAt))
            {
                parcels[order.Key] = parcel;
            }
        }

        return new SentInTime([.. parcels.Values], orders, isCut);
    }
}

/// <param name="Parcels">One for each order.</param>
/// <param name="Orders">All of the open ledger.</param>
/// <param name="IsCut">Whether there was more.</param>
public sealed record SentInTime(IReadOnlyList<SentParcel> Parcels, IReadOnlyList<Order> Orders, bool IsCut);
