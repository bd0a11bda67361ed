using ShipBy.Bench.Measuring;
using ShipBy.Bench.Orders;
using ShipBy.Bench.Product;
using ShipBy.Bench.Storage;
using ShipBy.Domain.Orders;

namespace ShipBy.Bench.Figures;

/// <summary>All storage requests that an order causes from the poll that first shows it until it is closed and gone, shipped before its first rung.</summary>
/// <remarks>The same life is lived without any order; what timers and an idle pump ask then is taken off. Its products are known already.</remarks>
public static class OrderLife
{
    /// <value>What one order's life may cost, for a poll that shows it alone and for one that shows a hundred.</value>
    internal static readonly IReadOnlyList<string> Names =
        ["requests_per_order_single", "requests_per_order_bulk", "queue_requests_per_order_single", "queue_requests_per_order_bulk"];

    private const int Many = 100;

    /// <value>Hours. A closed order moves to the history when it has been closed for twelve.</value>
    private const int LongerThanItIsKept = 13;

    internal static async Task<IReadOnlyList<Outcome>> MeasureAsync(Effort effort)
    {
        var (single, threeLines, bulk) = (await CountAsync(1, lines: 1), await CountAsync(1, lines: 3), await CountAsync(Many));
        return
        [
            Outcome.Counted(Names[0], single.All, $"{single}; an order of three lines has {threeLines.All}"),
            Outcome.Counted(Names[1], (double)bulk.All / Many, bulk.ToString()),
            Outcome.Counted(Names[2], single.Queue, ""),
            Outcome.Counted(Names[3], (double)bulk.Queue / Many, ""),
        ];
    }

    /// <summary>The requests of so many orders that come and go together.</summary>
    /// <param name="lines">Of each order; null for one to three.</param>
    public static async Task<LifeCost> CountAsync(int orders, int? lines = null)
    {
        var with = await LiveAsync(orders, lines);
        var without = await LiveAsync(0, lines);
        return new LifeCost(with.Table - without.Table, with.Queue - without.Queue);
    }

    private static async Task<LifeCost> LiveAsync(int orders, int? lines)
    {
        await using var store = await BenchStore.StartAsync();
        await using (var earlier = Guard.On(store.ConnectionString))
        {
            await earlier.OpenStockAsync();
        }

        await using var guard = await DrivenGuard.StartAsync(store.ConnectionString);
        await guard.TickAsync();
        var before = guard.Requests;

        guard.Marketplace.Count = orders;
        guard.Marketplace.Make = Posting;
        await guard.TickAsync();
        await PassAsync(PostingStatus.AwaitingPackaging, "awaiting_packaging");
        await PassAsync(PostingStatus.AwaitingHandOver, "awaiting_deliver");
        await CheckAsync(store, orders, OrderState.Held);
        await PassAsync(PostingStatus.HandedOver, "delivering");
        await CheckAsync(store, orders, OrderState.Shipped);
        await PassAsync(PostingStatus.HandedOver, "delivering", LongerThanItIsKept);
        var after = guard.Requests;
        await CheckAsync(store, 0, OrderState.Shipped);

        return new LifeCost(after.Table - before.Table, after.Queue - before.Queue);

        Posting Posting(int index) => SampleOrders.Posting(index) is var posting && lines is null
            ? posting
            : posting with { Lines = [.. SampleOrders.Skus.Take(lines.Value).Select(sku => new OrderLine(sku, "Product", 1, null))] };

        Task PassAsync(PostingStatus status, string raw, int hours = 1)
        {
            guard.Clock.Advance(TimeSpan.FromHours(hours));
            guard.Marketplace.Make = index => Posting(index) with { Status = status, RawStatus = raw };
            return guard.TickAsync();
        }
    }

    /// <remarks>Through a wiring of its own, whose requests nobody counts.</remarks>
    private static async Task CheckAsync(BenchStore store, int orders, OrderState expected)
    {
        await using var observer = Guard.On(store.ConnectionString);
        var found = (await observer.OrdersAsync()).Values.Count(order => order.State == expected);
        if (found != orders)
        {
            throw new InvalidOperationException($"{found} of {orders} orders are {expected}.");
        }
    }
}

/// <param name="Table">Requests to the tables, reads and commits.</param>
/// <param name="Queue">Requests to the queues: rings sent, received and deleted, and the look after a ring.</param>
public sealed record LifeCost(long Table, long Queue)
{
    public long All => Table + Queue;

    public override string ToString() => $"{Table} table and {Queue} queue requests";
}
