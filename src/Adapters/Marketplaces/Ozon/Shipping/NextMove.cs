using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Marketplaces.Ozon.Shipping;

/// <summary>What is to be said to the marketplace next about one posting, or that there is nothing to say.</summary>
internal abstract record NextMove
{
    private NextMove() { }

    public sealed record Nothing(ShippingAnswer Answer) : NextMove;

    /// <param name="Boxes">How many boxes it has, where that is to be said first; null otherwise.</param>
    /// <param name="Countries">The country of origin that is to be said of products first.</param>
    /// <param name="Needs">What else is to be known of products first.</param>
    public sealed record Pack(IReadOnlyList<Package> Packages, int? Boxes, IReadOnlyList<(long Product, string Country)> Countries, IReadOnlyList<GoodsNeed> Needs) : NextMove;

    public sealed record Number(string TrackingNumber) : NextMove;

    public sealed record HandOver : NextMove;

    public sealed record Cancel(long Reason, string? Message) : NextMove;

    public sealed record CancelPart(long Reason, string Message, IReadOnlyList<PackedLine> Products) : NextMove;

    public sealed record MoveCutOff(Instant To) : NextMove;

    public static NextMove Complete { get; } = new Nothing(new ShippingAnswer.Complete());

    public static NextMove Underway { get; } = new Nothing(new ShippingAnswer.Underway());

    public static NextMove Refuse(string reason) => new Nothing(new ShippingAnswer.Refused(reason));
}

/// <param name="Product">The marketplace's number of the product.</param>
internal sealed record GoodsNeed(long Product, GoodsDatumKind Kind);
