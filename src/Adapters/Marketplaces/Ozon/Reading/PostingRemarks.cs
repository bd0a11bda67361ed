using System.Text.Json;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Marketplaces.Ozon.Reading;

/// <summary>What a person may want to look at before a posting ships. Once it is with the carrier there is nothing left to look at.</summary>
internal static class PostingRemarks
{
    private static readonly string[] OzonsOwnWays = ["ozon", "fbp"];

    public static IReadOnlyList<PostingRemark> Of(JsonElement posting, PostingStatus status, string? scheme, KnownData known)
    {
        if (!status.IsOpen())
            return [];

        var address = posting.Field("customer").Field("address");
        return [.. Found()];

        IEnumerable<PostingRemark> Found()
        {
            if (address.Text("comment") is not null)
                yield return PostingRemark.Note;

            if (IsOdd(address, posting, scheme))
                yield return PostingRemark.OddAddress;

            if (IsCancelling(posting.Field("cancellation")))
                yield return PostingRemark.RefundOpen;

            foreach (var missing in status is PostingStatus.AwaitingConfirmation or PostingStatus.AwaitingPackaging ? MissingIn(posting, known) : [])
                yield return missing;
        }
    }

    private static IEnumerable<PostingRemark> MissingIn(JsonElement posting, KnownData known) =>
        Requirements.OpenIn(posting).Where(asked => !known.Answers(asked)).Select(asked => RemarkOf(Requirements.KindOf(asked.List))).Distinct().Order();

    private static PostingRemark RemarkOf(GoodsDatumKind? kind) => kind switch
    {
        GoodsDatumKind.Country => PostingRemark.CountryMissing,
        GoodsDatumKind.Declaration => PostingRemark.DeclarationMissing,
        GoodsDatumKind.Mark => PostingRemark.MarkMissing,
        GoodsDatumKind.Batch => PostingRemark.BatchMissing,
        GoodsDatumKind.Uin => PostingRemark.UinMissing,
        GoodsDatumKind.Imei => PostingRemark.ImeiMissing,
        GoodsDatumKind.Weight => PostingRemark.WeightMissing,
        _ => PostingRemark.DataMissing,
    };

    /// <remarks>Where the marketplace delivers by itself, the address is its own affair; a pick-up point has a code, and a hidden city is none that is missing.</remarks>
    private static bool IsOdd(JsonElement address, JsonElement posting, string? scheme) =>
        address.ValueKind is JsonValueKind.Object
        && scheme is not null && !OzonsOwnWays.Contains(scheme, StringComparer.OrdinalIgnoreCase)
        && address.Text("pvz_code") is null or "0" && address.Text("provider_pvz_code") is null or "0"
        && (address.Text("address_tail") is null || (address.Text("city") is null && !posting.Items("available_actions").Any(action => action.Text() == "hide_region_and_city")));

    /// <summary>A reason or a side is named though it is not cancelled yet: somebody asked for it.</summary>
    private static bool IsCancelling(JsonElement cancellation) =>
        cancellation.Whole("cancel_reason_id") is not (null or 0) || cancellation.Text("cancellation_type") is not null || cancellation.Text("cancellation_initiator") is not null;
}
