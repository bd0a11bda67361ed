using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Transit;

namespace ShipBy.Application.Importing;

/// <summary>A carrier's words about parcels whose orders have left the ledger, held against those that are still followed.</summary>
/// <param name="Rows">All rows of the file, in its order.</param>
/// <param name="News">What moves a parcel.</param>
internal sealed record ParcelHearing(IReadOnlyList<HeardEvent> Rows, IReadOnlyList<CarrierEvent> News)
{
    private const int AllRows = int.MaxValue;

    /// <param name="rows">As held against the orders; only those about none of them are looked for. Without such, nothing is read.</param>
    public static async Task<ParcelHearing> ReadAsync(ILedger ledger, Shop shop, IReadOnlyList<HeardEvent> rows, Instant now, CancellationToken cancel) => rows.All(row => row.Fate != CarrierFate.Unknown)
        ? new ParcelHearing(rows, [])
        : Of(rows, [.. (await ledger.RangeAsync(shop.Pool, KeyRange.Consignments, AllRows, cancel)).Select(stored => stored.Consignment()).Where(parcel => parcel.Order.Shop == shop.Name)], now);

    private static ParcelHearing Of(IReadOnlyList<HeardEvent> rows, IReadOnlyList<Consignment> parcels, Instant now)
    {
        var byNumber = parcels.ToLookup(parcel => parcel.Order.Number, StringComparer.Ordinal);
        var byTracking = parcels.Where(parcel => parcel.TrackingNumber is not null).ToLookup(parcel => parcel.TrackingNumber!, StringComparer.OrdinalIgnoreCase);
        var (after, heard, news) = (parcels.ToDictionary(parcel => parcel.Order), new Dictionary<int, HeardEvent>(), new List<CarrierEvent>());
        foreach (var row in rows.Where(row => row.Fate == CarrierFate.Unknown).OrderBy(row => row.Told.At).ThenBy(row => row.Told.Kind))
        {
            var about = (row.Told.Number is { } number ? byNumber[number] : byTracking[row.Told.TrackingNumber!]).Select(parcel => parcel.Order).ToList();
            var fates = about.Select(order => Hear(order, row.Told)).ToList();
            heard[row.Told.Line] = about.Count == 0 ? row : row with { Fate = fates.Max(), Orders = about };
        }

        return new ParcelHearing([.. rows.Select(row => heard.GetValueOrDefault(row.Told.Line, row))], news);

        CarrierFate Hear(OrderKey order, FileCarrierEvent told)
        {
            var (parcel, word) = (after[order], new CarrierEvent(order, told.Kind, told.At));
            if (word.At < parcel.OrderedAt)
            {
                return CarrierFate.Earlier;
            }

            after[order] = parcel.Hearing(word, now);
            if (after[order] == parcel)
            {
                return CarrierFate.Known;
            }

            news.Add(word);
            return CarrierFate.Noted;
        }
    }
}
