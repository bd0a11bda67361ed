using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Bench.Product;
using ShipBy.Domain.Orders;

namespace ShipBy.Bench.Orders;

/// <summary>Writes orders that hold their stock straight into a ledger.</summary>
internal static class OpenOrders
{
    /// <param name="lookAt">When an order is due to be looked at; its deadline is a day later.</param>
    public static async Task WriteAsync(Guard guard, int count, Func<int, Instant> lookAt)
    {
        foreach (var indexes in Enumerable.Range(0, count).Chunk(CommitSet.MaxRows / 2))
        {
            var commit = new CommitSet().With([.. indexes.SelectMany(index => OrderWrite.Changes(null, Held(index, lookAt(index))))]);
            await guard.Ledger.TryCommitAsync(SampleOrders.Pool, commit, default);
        }
    }

    public static Order Held(int index, Instant lookAt)
    {
        var posting = SampleOrders.Posting(index);
        return new Order
        {
            Key = posting.Key,
            State = OrderState.Held,
            Status = posting.Status,
            RawStatus = posting.RawStatus,
            Lines = posting.Lines,
            TakenAt = SampleOrders.Noon,
            OrderedAt = SampleOrders.Noon,
            SeenFrom = SampleOrders.Noon,
            HeldAt = SampleOrders.Noon,
            ShipBy = lookAt + Duration.FromHours(24),
            LookAt = lookAt,
        };
    }
}
