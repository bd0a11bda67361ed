using NodaTime;
using ShipBy.Application.Carriers;
using ShipBy.Application.Settings;
using ShipBy.Domain.Bills;
using ShipBy.Domain.Shipping.Numbers;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Bills;

/// <summary>Holds a carrier's bill against what was handed over. Writes nothing, and keeps nothing of the bill.</summary>
public sealed class CompareBill(CarrierTable table, SentParcels sentParcels, TimeProvider clock)
{
    /// <value>A bill is about the last month, or the one before; what it takes up again is not older than this.</value>
    public static readonly Duration LooksBack = Duration.FromDays(100);

    /// <param name="carrier">By any name that the table or marketplaces have for it.</param>
    /// <param name="time">What the bill is about; null: from its first to its last parcel.</param>
    public async Task<BillComparison> RunAsync(IReadOnlyList<PoolName> pools, string carrier, IReadOnlyList<BillLine> bill, Interval? time, CancellationToken cancel)
    {
        var now = clock.Now();
        var from = time is { HasStart: true } asked && asked.Start < now - LooksBack ? asked.Start : now - LooksBack;
        var tariffs = (await table.AllAsync(cancel)).Where(tariff => tariff.IsCalled(carrier)).ToList();
        var sent = await sentParcels.OfAsync(pools, new Interval(from, null), cancel);
        var billed = bill.Select(line => line.Number).ToHashSet(StringComparer.Ordinal);
        var open = sent.Orders.ToDictionary(order => order.Key);
        var shipped = from parcel in sent.Parcels
                      where parcel.TrackingNumber is not null && (billed.Contains(TrackingSeries.Bare(parcel.TrackingNumber)) || IsTheirs(parcel.Carrier))
                      select (parcel.Order, Number: TrackingSeries.Bare(parcel.TrackingNumber!), At: (Instant?)parcel.HandedOverAt, To: open.GetValueOrDefault(parcel.Order)?.Recipient);
        var waiting = from order in sent.Orders
                      where order.ShippedAt is null
                      from number in new[] { order.TrackingNumber, order.Instruction?.Ship?.TrackingNumber }.OfType<string>().Select(TrackingSeries.Bare).Distinct()
                      where billed.Contains(number)
                      select (order.Key, Number: number, At: (Instant?)null, To: order.Recipient);
        var parcels = from one in shipped.Concat(waiting)
                      group one by one.Number into parcel
                      select new KnownParcel([.. parcel.Select(one => one.Item1).Distinct()], parcel.Key, parcel.Min(one => one.At), parcel.Select(one => one.To).FirstOrDefault(to => to is not null));
        return BillPolicy.Compare(bill, [.. parcels], tariffs, time) with { IsCut = sent.IsCut };

        bool IsTheirs(string? word) => word is not null && (tariffs.Exists(tariff => tariff.IsCalled(word)) || Domain.Carriers.CarrierName.Of(word) == Domain.Carriers.CarrierName.Of(carrier));
    }
}
