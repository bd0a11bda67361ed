using System.Diagnostics;
using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Bench.Measuring;
using ShipBy.Bench.Orders;
using ShipBy.Bench.Product;
using ShipBy.Bench.Storage;
using ShipBy.Domain.Orders;

namespace ShipBy.Bench.Figures;

/// <summary>The desk's first page with 2,000 open orders: among many closed ones in the history against among few.</summary>
public static class DeskGrowth
{
    private const int Open = 2_000;
    private const int Few = 1_000;
    private const int Days = 365;

    /// <summary>Storage requests of the first page, and of the second, with so many closed orders in the history.</summary>
    public static async Task<(long First, long Second)> RequestsAsync(int closed, int open = Open)
    {
        await using var store = await BenchStore.StartAsync();
        await using var guard = Guard.On(store.ConnectionString);
        await FillAsync(guard, closed, open);
        return (await CountAsync(guard, open), await CountAsync(guard, open));
    }

    internal static async Task<Outcome> MeasureAsync(Effort effort)
    {
        await using var manyStore = await BenchStore.StartAsync();
        await using var fewStore = await BenchStore.StartAsync();
        await using var many = Guard.On(manyStore.ConnectionString);
        await using var few = Guard.On(fewStore.ConnectionString);
        await FillAsync(many, effort.Size(100_000, 5_000), Open);
        await FillAsync(few, Few, Open);

        var pairs = await Paired.RunAsync(effort.Pairs(15), () => TimeAsync(many), () => TimeAsync(few));
        return Outcome.Of("desk_growth", pairs.OursByFloor, FormattableString.Invariant(
            $"{1e3 * pairs.OursMedian:0} ms against {1e3 * pairs.FloorMedian:0} ms, {pairs.Ours.Count} pages each; {await CountAsync(many, Open)} requests against {await CountAsync(few, Open)}"));
    }

    private static async Task<double> TimeAsync(Guard guard)
    {
        var watch = Stopwatch.StartNew();
        await ShowAsync(guard, Open);
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<long> CountAsync(Guard guard, int open)
    {
        var before = guard.Requests.Table;
        await ShowAsync(guard, open);
        return guard.Requests.Table - before;
    }

    private static async Task ShowAsync(Guard guard, int open)
    {
        var view = await guard.Get<IDesk>().TodayAsync(OrderFilter.None, default);
        await guard.Get<SavedViews>().AllAsync(default);
        if (view.Counts.Open != open)
        {
            throw new InvalidOperationException($"The page showed {view.Counts.Open} open orders.");
        }
    }

    /// <remarks>The closed ones are spread over a year, and their days are added up as the product adds them up.</remarks>
    private static async Task FillAsync(Guard guard, int closed, int open)
    {
        await OpenOrders.WriteAsync(guard, open, _ => SampleOrders.Noon + Duration.FromDays(20));
        var copy = guard.Get<CopyToHistory>();
        foreach (var ofDay in Enumerable.Range(0, closed).GroupBy(index => index % Days))
        {
            foreach (var indexes in ofDay.Chunk(CommitSet.MaxRows / 4))
            {
                if (await copy.RunAsync(SampleOrders.Pool, [.. indexes.Select(index => new Stored(new LedgerRow.OrderRow(Closed(open + index, ofDay.Key)), ""))], default) != CopyOutcome.Copied)
                {
                    throw new InvalidOperationException("The history took nothing in.");
                }
            }
        }
    }

    private static Order Closed(int index, int daysAgo) => OpenOrders.Held(index, SampleOrders.Noon - Duration.FromDays(daysAgo + 2)) with
    {
        State = OrderState.Shipped,
        LookAt = null,
        ShippedAt = SampleOrders.Noon - Duration.FromDays(daysAgo + 1),
    };
}
