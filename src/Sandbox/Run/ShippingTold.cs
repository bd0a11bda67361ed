using System.Text.Json.Nodes;

namespace ShipBy.Sandbox.Run;

/// <summary>What a shop takes in about an order's parcel, whatever its words for it are. Whether it may, the shop has judged before.</summary>
/// <remarks>Each time counts: the report tells of orders that were told more than once. A repetition that a shop knows as one is not taken in.</remarks>
internal static class ShippingTold
{
    /// <summary>The carrier has it. From the end of the run on it counts as handed over at the end.</summary>
    /// <param name="carrier">By the shop's own code; null where it wants none.</param>
    /// <param name="trackingNumber">Null where it is told on its own.</param>
    public static void TakeShipped(this SandboxRun run, OrderTrack order, string? carrier, string? trackingNumber)
    {
        if (run.StateOf(order).ShippedAt is null)
        {
            run.Record(Happened.Shipped, order.Plan.Number, [], run.Clock.Now);
        }

        run.Record(Happened.ToldShipped, order.Plan.Number, new JsonObject { ["carrier"] = carrier, ["tracking_number"] = trackingNumber });
    }

    public static void TakeTrackingNumber(this SandboxRun run, OrderTrack order, string trackingNumber) =>
        run.Record(Happened.TrackingWritten, order.Plan.Number, new JsonObject { ["tracking_number"] = trackingNumber });
}
