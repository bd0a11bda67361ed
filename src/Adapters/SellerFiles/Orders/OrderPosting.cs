using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.SellerFiles.Orders;

/// <summary>Makes one order of the rows that have its number.</summary>
internal static class OrderPosting
{
    /// <summary>Of the rows' statuses the one that leaves most to do counts. What is cancelled or not yet ordered is left out, unless there is nothing else.</summary>
    private static readonly PostingStatus?[] MostToDoFirst =
    [
        PostingStatus.AwaitingConfirmation, PostingStatus.AwaitingPackaging, PostingStatus.AwaitingHandOver, PostingStatus.HandedOver, PostingStatus.Delivered, PostingStatus.Cancelled, null,
    ];

    /// <param name="rows">At least one.</param>
    /// <returns>Null where none of them is an order yet.</returns>
    public static Posting? Of(IReadOnlyList<OrderRow> rows, OrderFileTerms terms)
    {
        var deciding = rows.MinBy(row => Array.IndexOf(MostToDoFirst, row.Means.Status))!;
        if (deciding.Means.Status is not { } status)
        {
            return null;
        }

        var isWaiting = status == PostingStatus.AwaitingConfirmation;
        var counting = status == PostingStatus.Cancelled ? rows : [.. rows.Where(row => row.Means.Status is not (null or PostingStatus.Cancelled))];
        var posting = new Posting
        {
            Key = new OrderKey(terms.Shop, deciding.Number),
            Status = status,
            RawStatus = deciding.Word,
            InProcessAt = isWaiting ? null : Past(rows.Min(row => row.Created)),
            PaidAt = isWaiting ? null : Past(rows.Max(row => row.Paid)),
            ShipBy = counting.Min(row => row.ShipBy),
            HandedOverAt = status is PostingStatus.HandedOver or PostingStatus.Delivered or PostingStatus.Cancelled ? counting.Max(row => row.Shipped) : null,
            CancelledAfterShip = status == PostingStatus.Cancelled && rows.Any(row => row.Shipped is not null),
            CancelledBy = status == PostingStatus.Cancelled ? rows.Select(row => row.CancelledBy).FirstOrDefault(side => side is not null) : null,
            DeliverBy = counting.Min(row => row.DeliverBy),
            DeliveredAt = Past(counting.Max(row => row.Delivered)),
            Review = rows.Min(row => row.Review),
            Lines = [.. counting.Select(row => row.Item).OfType<OrderLine>()],
            Carrier = rows.Select(row => row.Carrier).FirstOrDefault(text => text is not null),
            TrackingNumber = rows.Select(row => row.TrackingNumber).FirstOrDefault(text => text is not null),
            Recipient = rows.Select(row => row.Recipient).FirstOrDefault(to => to is not null),
            Remarks = rows.Any(row => row.HasNote) ? [PostingRemark.Note] : [],
        };
        var changed = rows.Max(row => row.Changed) ?? terms.AsOf;
        return posting with { Telling = new Telling(changed, PrintOf(posting, changed)) };

        // A moment that is still to come would let nobody hurry.
        Instant? Past(Instant? moment) => moment is { } told ? Instant.Min(told, terms.Now) : null;
    }

    /// <summary>The same for the same content of the same time, from whichever file: of equal content the later must still be remembered as later.</summary>
    private static string PrintOf(Posting posting, Instant changed)
    {
        object?[] content =
        [
            changed, posting.Key.Number, posting.RawStatus, posting.InProcessAt, posting.PaidAt, posting.ShipBy, posting.HandedOverAt, posting.Carrier, posting.TrackingNumber, posting.Remarks.Count, posting.DeliverBy, posting.DeliveredAt, posting.Review, posting.CancelledBy,
            .. posting.Lines.SelectMany(line => (object?[])[line.Sku.Value, line.Quantity, line.Name, line.Price?.MinorUnits, line.Price?.Currency]),
            .. posting.Recipient is { } to ? (object?[])[to.Name, to.Phone, to.Country, to.Region, to.City, to.Address, to.PostalCode] : [],
        ];
        var text = string.Join('\u001F', content.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)));

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
