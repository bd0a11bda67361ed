using NodaTime;
using ShipBy.Domain.Estimates;
using ShipBy.Sandbox;
using ShipBy.Sandbox.Source.RealOrders;

namespace ShipBy.Cli.Backtest;

/// <summary>A row of the file with what it did, and when. Instants are read as UTC.</summary>
/// <param name="EndsAt">When it leaves the open orders: handed over, or cancelled without that; null: never.</param>
internal sealed record PastOrder(OrderRow Row, Instant AppearsAt, Instant ShipBy, Instant? HandedOverAt, Instant? EndsAt)
{
    public string Number => Row.Number;

    public bool IsCancelled => HandedOverAt is null && Row.IsCancelled;

    public HandOver HandOver => new(AppearsAt, ShipBy, HandedOverAt, HandedOverAt is null ? EndsAt : null);

    public bool IsLate => HandOver.IsLate;

    /// <remarks>The file has no time of a cancellation: it is a moment between approval and limit, the same in every run.</remarks>
    public static PastOrder Of(OrderRow row)
    {
        var (appears, limit) = (Instant.FromDateTimeOffset(row.Appeared), Instant.FromDateTimeOffset(row.Limit));
        Instant? carrier = row.Carrier is { } at ? Instant.FromDateTimeOffset(at) : null;
        var share = new SeededRandom(1, "cancel of " + row.Number).NextShare();
        Instant? cancelled = carrier is null && row.IsCancelled ? appears + Duration.Max(Duration.Zero, (limit - appears) * share) : null;
        return new PastOrder(row, appears, limit, carrier, carrier ?? cancelled);
    }
}
