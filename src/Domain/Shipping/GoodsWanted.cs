using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Shipping;

/// <summary>What the marketplace still wants to know of an order's goods.</summary>
public static class GoodsWanted
{
    /// <remarks>What has no word here cannot be asked for: it has to be said at the marketplace.</remarks>
    public static IReadOnlyList<GoodsDatumKind> Of(Order order) => [.. order.Remarks.Select(KindOf).OfType<GoodsDatumKind>().Distinct()];

    private static GoodsDatumKind? KindOf(PostingRemark remark) => remark switch
    {
        PostingRemark.CountryMissing => GoodsDatumKind.Country,
        PostingRemark.DeclarationMissing => GoodsDatumKind.Declaration,
        PostingRemark.MarkMissing => GoodsDatumKind.Mark,
        PostingRemark.BatchMissing => GoodsDatumKind.Batch,
        PostingRemark.UinMissing => GoodsDatumKind.Uin,
        PostingRemark.ImeiMissing => GoodsDatumKind.Imei,
        PostingRemark.WeightMissing => GoodsDatumKind.Weight,
        _ => null,
    };
}
