using NodaTime;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces.Ozon.Shipping;

/// <summary>What is to be said to the marketplace next about one posting, or that there is nothing to say.</summary>
internal abstract record NextMove
{
    private NextMove() { }

    public sealed record Nothing(ShippingAnswer Answer) : NextMove;

    /// <param name="Boxes">How many boxes it has, where that is to be said first; null otherwise.</param>
    /// <param name="OfOurCountry">Products whose country of origin is to be said first.</param>
    public sealed record Pack(IReadOnlyList<Package> Packages, int? Boxes, IReadOnlyList<long> OfOurCountry) : NextMove;

    public sealed record Number(string TrackingNumber) : NextMove;

    public sealed record HandOver : NextMove;

    public sealed record Cancel(long Reason, string? Message) : NextMove;

    public sealed record MoveCutOff(Instant To) : NextMove;

    public static NextMove Complete { get; } = new Nothing(new ShippingAnswer.Complete());

    public static NextMove Underway { get; } = new Nothing(new ShippingAnswer.Underway());

    public static NextMove Refuse(string reason) => new Nothing(new ShippingAnswer.Refused(reason));
}
