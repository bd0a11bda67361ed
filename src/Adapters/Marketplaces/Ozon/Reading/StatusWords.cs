using ShipBy.Domain.Orders;
using ShipBy.Domain.Transit;

namespace ShipBy.Adapters.Marketplaces.Ozon.Reading;

/// <summary>What the marketplace's status words mean for a seller who guards a deadline.</summary>
internal static class StatusWords
{
    private static readonly Dictionary<string, PostingStatus> Meanings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["awaiting_verification"] = PostingStatus.AwaitingConfirmation,
        ["awaiting_approve"] = PostingStatus.AwaitingConfirmation,
        ["awaiting_packaging"] = PostingStatus.AwaitingPackaging,

        // The carrier's registration runs by itself, but the parcel still lies at the seller's.
        ["awaiting_registration"] = PostingStatus.AwaitingHandOver,
        ["awaiting_deliver"] = PostingStatus.AwaitingHandOver,
        ["awaiting_delivery"] = PostingStatus.AwaitingHandOver,
        ["not_accepted"] = PostingStatus.AwaitingHandOver,

        ["acceptance_in_progress"] = PostingStatus.HandedOver,
        ["arbitration"] = PostingStatus.HandedOver,
        ["client_arbitration"] = PostingStatus.HandedOver,
        ["delivering"] = PostingStatus.HandedOver,
        ["driver_pickup"] = PostingStatus.HandedOver,
        ["sent_by_seller"] = PostingStatus.HandedOver,

        ["delivered"] = PostingStatus.Delivered,
        ["cancelled"] = PostingStatus.Cancelled,
        ["canceled"] = PostingStatus.Cancelled,

        // Its children carry on under numbers of their own: not a buyer's cancellation.
        ["cancelled_from_split_pending"] = PostingStatus.Split,
    };

    /// <value>All words we know, with their meaning.</value>
    public static IReadOnlyDictionary<string, PostingStatus> All => Meanings;

    /// <summary>Where the parcel is, where the word tells more than <see cref="MeaningOf"/>. A buyer's dispute says nothing of that.</summary>
    /// <remarks>What the seller disputes is a parcel that was handed over and that the sorting centre has not scanned.</remarks>
    public static TransitSign? TransitOf(string? word) => word?.ToLowerInvariant() switch
    {
        "delivering" or "driver_pickup" => TransitSign.Scanned,
        "not_accepted" or "arbitration" => TransitSign.NotAccepted,
        _ => null,
    };

    public static PostingStatus MeaningOf(string? word) => word is null ? PostingStatus.Unknown : Meanings.GetValueOrDefault(word, PostingStatus.Unknown);
}
