using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Shipping;

/// <summary>What a carrier's word means for an order. Files repeat themselves and come late: an older word changes nothing.</summary>
public static class CarrierPolicy
{
    /// <summary>The order with the carrier's word noted.</summary>
    public static CarrierAnswer Hear(Order order, CarrierEvent told) => told.At < order.OrderedAt ? new CarrierAnswer.BeforeTheOrder()
        : order.CarrierTold is { } known && (told.At < known.At || (told.At == known.At && told.Kind <= known.Kind)) ? new CarrierAnswer.Known()
        : new CarrierAnswer.Noted(order with { CarrierTold = told.Note });

    /// <summary>Whether an order that its carrier has had is still open here. A marketplace that is asked says by itself when it sees the parcel; nobody else is believed about it.</summary>
    /// <param name="tellsOfItself">Whether the shop cannot be asked.</param>
    public static bool IsHandedOver(Order order, bool tellsOfItself) => tellsOfItself && order.State.IsOpen() && order.CarrierTold is not null;

    /// <summary>The order as its shop would tell of it had it heard the carrier. What the shop said before is older: a list of orders lags behind a parcel that is gone.</summary>
    /// <param name="since">When the carrier had it first.</param>
    public static Posting HandedOver(Order order, Instant since)
    {
        var (kind, at) = (order.CarrierTold!.Kind, order.CarrierTold.At);
        return new Posting
        {
            Key = order.Key,
            Status = kind == CarrierEventKind.Delivered ? PostingStatus.Delivered : PostingStatus.HandedOver,
            RawStatus = $"carrier: {kind}",
            InProcessAt = order.OrderedAt,
            HandedOverAt = since,
            Lines = order.Lines,
            Remarks = order.Remarks,
            Telling = new Telling(Instant.Max(at, order.Told?.ChangedAt ?? at), $"carrier {kind} {at}"),
        };
    }
}

/// <summary>What became of a carrier's word.</summary>
public abstract record CarrierAnswer
{
    private CarrierAnswer() { }

    public sealed record Noted(Order After) : CarrierAnswer;

    /// <summary>This, or something newer, was heard before.</summary>
    public sealed record Known : CarrierAnswer;

    /// <summary>Tracking numbers are used again: it is about another parcel.</summary>
    public sealed record BeforeTheOrder : CarrierAnswer;
}
