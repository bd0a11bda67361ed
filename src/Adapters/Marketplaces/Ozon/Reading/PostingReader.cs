using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;

namespace ShipBy.Adapters.Marketplaces.Ozon.Reading;

/// <summary>One posting of a list or of a single read, in any of its ages.</summary>
/// <remarks>Never throws for what the element holds: a bad one must not stop the page.</remarks>
internal static class PostingReader
{
    /// <value>Far beyond any real number, and still small enough for one row of the ledger.</value>
    public const int MaxNumberLength = 20_480;

    private const int ShownOfALongNumber = 100;

    private const string LatenessField = "shipment_date_without_delay";

    private const int MaxWordLength = 64;
    private const int MaxTextLength = 200;

    /// <param name="known">What the shop knows of its goods; null: nothing.</param>
    public static ReadPosting Read(JsonElement element, string shop, KnownData? known = null)
    {
        if (element.ValueKind is not JsonValueKind.Object)
            return Unreadable(null, $"An element of postings is {KindOf(element)} and not an object; ask the marketplace's support if it stays.");

        return element.Text("posting_number") switch
        {
            null => Unreadable(null, "posting_number is missing; look for an order without a number in the seller's cabinet."),
            { Length: > MaxNumberLength } number => Unreadable(
                Cut.ToLine(number, ShownOfALongNumber),
                $"posting_number has {number.Length} characters and at most {MaxNumberLength} are possible; watch this order by hand."),
            var number => new ReadPosting(PostingOf(element, new OrderKey(shop, number), known ?? KnownData.Nothing), null),
        };
    }

    private static Posting PostingOf(JsonElement element, OrderKey key, KnownData known)
    {
        var word = element.Text("status");
        var status = StatusWords.MeaningOf(word);
        var products = ProductLines.Read(element);
        var scheme = LineOf(element.Text("tpl_integration_type") ?? element.Text("integration_type_flow"), MaxWordLength);

        return new Posting
        {
            Key = key,
            Status = status,
            RawStatus = Cut.ToLine(word ?? "", MaxWordLength),
            InProcessAt = WireInstant.Read(element.Text("in_process_at")),
            ShipBy = WireInstant.Read(element.Text("shipment_date")),
            Limits = WireInstant.Read(element.Text(LatenessField)) is { } late ? [new Limit(LimitClock.Lateness, late, DeadlineRule.PlatformLateness)] : [],
            Lines = products.Good,
            Carrier = LineOf(element.Field("delivery_method").Text("tpl_provider"), MaxTextLength),
            CancelReason = CancelReasonOf(element.Field("cancellation")),
            CancelledBy = status == PostingStatus.Cancelled ? SideOf(element.Field("cancellation").Text("cancellation_type")) : null,
            Scheme = scheme,
            TrackingNumber = LineOf(element.Text("tracking_number"), MaxTextLength),
            Transit = StatusWords.TransitOf(word),
            TransitWord = status is PostingStatus.HandedOver ? LineOf(element.Text("substatus"), MaxWordLength) : null,      // the status stays `delivering` for weeks
            Warehouse = element.Field("delivery_method").Whole("warehouse_id") is { } warehouse and > 0 ? warehouse : null,
            Remarks = PostingRemarks.Of(element, status, scheme, known),
            CancelledAfterShip = element.Field("cancellation").Flag("cancelled_after_ship") ?? false,
            Recipient = RecipientOf(element.Field("customer"), element.Field("addressee")),
            Flaw = FlawOf(word, status) ?? ShipByFlawOf(element, status) ?? (status.IsOpen() ? products.Flaw : null),
        };
    }

    /// <summary>Products are judged while the order is open. Afterwards nothing is packed, and a cancelled product's quantity may well be 0.</summary>
    private static string? FlawOf(string? word, PostingStatus status) => (word, status) switch
    {
        (null, _) => "status is missing: check the posting in the seller's cabinet.",
        (_, PostingStatus.Unknown) => $"status '{Cut.ToLine(word, MaxWordLength)}' is not a known word: check the posting in the seller's cabinet, and see whether there is a newer ShipBy.",
        _ => null,
    };

    /// <remarks>The moment of lateness comes later than <c>shipment_date</c>: broken, it matters only where it stands alone.</remarks>
    private static string? ShipByFlawOf(JsonElement element, PostingStatus status)
    {
        var (shipBy, lateness) = (element.Field("shipment_date"), element.Field(LatenessField));
        return !status.IsOpen() ? null
            : WireInstant.IsBroken(shipBy) ? "shipment_date cannot be read as a moment: take the deadline from the seller's cabinet."
            : WireInstant.IsBroken(lateness) && WireInstant.Read(element.Text("shipment_date")) is null ? $"{LatenessField} cannot be read as a moment, and there is no shipment_date: take the deadline from the seller's cabinet."
            : null;
    }

    /// <remarks>Ozon advises to decide by this word; <c>cancellation_initiator</c> says the same in Russian.</remarks>
    private static Canceller? SideOf(string? type) => type?.ToLowerInvariant() switch
    {
        "seller" => Canceller.Seller,
        "client" or "customer" => Canceller.Buyer,
        "ozon" or "system" => Canceller.Marketplace,
        "delivery" => Canceller.Carrier,
        _ => null,
    };

    private static string? CancelReasonOf(JsonElement cancellation) =>
        LineOf(cancellation.Text("cancel_reason") ?? cancellation.Text("cancellation_type"), MaxTextLength);

    /// <remarks>Both are null where Ozon delivers itself. The addressee is who takes the parcel, the customer who bought it.</remarks>
    private static Recipient? RecipientOf(JsonElement customer, JsonElement addressee)
    {
        var place = customer.Field("address");
        return WireRecipient.Of(new Recipient
        {
            Name = addressee.Text("name") ?? customer.Text("name"),
            Phone = addressee.Text("phone") ?? customer.Text("phone"),
            Country = place.Text("country"),
            Region = place.Text("region"),
            City = place.Text("city"),
            Address = WireRecipient.Joined(", ", place.Text("district"), place.Text("address_tail"), place.Text("provider_pvz_code")),
            PostalCode = place.Text("zip_code"),
            Wish = place.Text("comment"),
        });
    }

    private static string? LineOf(string? text, int length) => text is null ? null : Cut.ToLine(text, length) is { Length: > 0 } line ? line : null;

    private static ReadPosting Unreadable(string? number, string reason) => new(null, new UnreadablePosting(number, reason));

    private static string KindOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "a list",
        JsonValueKind.True or JsonValueKind.False => "a truth value",
        _ => "null",
    };
}
