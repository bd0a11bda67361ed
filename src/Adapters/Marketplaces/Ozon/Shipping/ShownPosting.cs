using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Ozon.Reading;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Orders;

namespace ShipBy.Adapters.Marketplaces.Ozon.Shipping;

/// <summary>A posting read just now, as far as it decides what may be said about it.</summary>
internal sealed record ShownPosting
{
    private const int MaxWordLength = 64;

    public required string Number { get; init; }

    public required PostingStatus Status { get; init; }

    /// <value>The marketplace's word; blank where it gave none.</value>
    public required string Word { get; init; }

    public required string Substatus { get; init; }

    /// <value>How it travels; blank where it does not say.</value>
    public required string Scheme { get; init; }

    public required string? TrackingNumber { get; init; }

    public required Instant? ShipBy { get; init; }

    /// <value>What may be done now. An open list that may be empty: what stands there can be done, what does not may be possible all the same.</value>
    public required IReadOnlySet<string> Actions { get; init; }

    public required IReadOnlyList<ShownLine> Lines { get; init; }

    public required IReadOnlyList<(string List, IReadOnlyList<long> Products)> Requirements { get; init; }

    public required bool IsMultibox { get; init; }

    public required long Boxes { get; init; }

    /// <value>Whether the seller writes the tracking number.</value>
    public bool TakesNumber => Scheme is "non_integrated" or "3pl_tracking" || Actions.Contains("set_track_number");

    /// <value>Whether the seller says that the carrier has it.</value>
    public bool TakesHandOver => Scheme is "non_integrated" || Actions.Contains("non_int_delivering");

    public static ShownPosting Read(JsonElement body)
    {
        var posting = body.Field("result").IsThere() ? body.Field("result") : body;
        return new ShownPosting
        {
            Number = posting.Text("posting_number") ?? "",
            Status = StatusWords.MeaningOf(posting.Text("status")),
            Word = Cut.ToLine(posting.Text("status") ?? "", MaxWordLength),
            Substatus = Cut.ToLine(posting.Text("substatus") ?? "", MaxWordLength),
            Scheme = (posting.Text("tpl_integration_type") ?? posting.Text("integration_type_flow") ?? "").ToLowerInvariant(),
            TrackingNumber = posting.Text("tracking_number"),
            ShipBy = WireInstant.Read(posting.Text("shipment_date")),
            Actions = posting.Items("available_actions").Select(action => action.Text()).OfType<string>().ToHashSet(StringComparer.Ordinal),
            Lines = [.. posting.Items("products").Select(ShownLine.Read)],
            Requirements = Reading.Requirements.OpenIn(posting),
            IsMultibox = posting.Flag("is_multibox") ?? false,
            Boxes = posting.Whole("multi_box_qty") ?? 0,
        };
    }
}

/// <param name="Product">The marketplace's number of the product; null where it cannot be read.</param>
/// <param name="Article">The seller's.</param>
/// <param name="Units">Null where it is no number.</param>
internal sealed record ShownLine(long? Product, string Article, long? Units)
{
    public static ShownLine Read(JsonElement product) => new(product.Whole("sku"), product.Text("offer_id") ?? "", product.Whole("quantity"));
}
