using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Ledger;
using ShipBy.Bench.Measuring;
using ShipBy.Bench.Orders;
using ShipBy.Bench.Product;
using ShipBy.Bench.Storage;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Bench.Figures;

/// <summary>A sweep with ten due among many open orders, against one with ten due among few.</summary>
public static class DueSweep
{
    private const int Few = 1_000;
    private const int DueAtOnce = 10;

    /// <summary>Storage requests of such a sweep among <paramref name="open"/> open orders.</summary>
    public static async Task<long> RequestsAsync(int open)
    {
        await using var store = await BenchStore.StartAsync();
        await using var guard = Guard.On(store.ConnectionString);
        await OpenAsync(guard, open);
        guard.Clock.SetUtcNow(DueAt(1).ToDateTimeOffset());
        var before = guard.Requests.Table + guard.Requests.Queue;
        await guard.SweepAsync();
        var requests = guard.Requests.Table + guard.Requests.Queue - before;
        await CheckAsync(guard);
        return requests;
    }

    internal static async Task<Outcome> MeasureRequestsAsync(Effort effort)
    {
        var (among, many) = (await RequestsAsync(Few), await RequestsAsync(effort.Size(100_000, 5_000)));
        return Outcome.Counted("due_sweep_requests_growth", (double)many / among, $"{many} requests against {among}");
    }

    /// <remarks>The clock goes on by a minute between two sweeps, and ten more have come due. The in-memory ledger, so that the product alone is timed.</remarks>
    internal static async Task<Outcome> MeasureTimeAsync(Effort effort)
    {
        var sweeps = effort.Size(80, 30);
        await using var few = InMemory();
        await using var many = InMemory();
        await OpenAsync(few, Few);
        await OpenAsync(many, effort.Size(100_000, 20_000));

        var pairs = await Paired.RunAsync(sweeps / 2, () => SweepAsync(many), () => SweepAsync(few));
        return Outcome.Of("due_sweep_time_growth", pairs.OursByFloor, FormattableString.Invariant(
            $"{1e6 * pairs.OursMedian:0} µs against {1e6 * pairs.FloorMedian:0} µs, {pairs.Ours.Count} sweeps each"));
    }

    private static async Task<double> SweepAsync(Guard guard)
    {
        guard.Clock.Advance(TimeSpan.FromMinutes(1));
        var watch = Stopwatch.StartNew();
        await guard.SweepAsync();
        return watch.Elapsed.TotalSeconds;
    }

    private static Guard InMemory() => Guard.Build(
        new ConfigurationBuilder().Build(), services => services.AddSingleton<ILedger>(new InMemoryLedger()).AddSingleton<IDoorbell>(new World.RecordingBells()));

    /// <summary>Orders that hold their stock; every minute from noon on ten of them reach their first rung, the rest far later.</summary>
    private static async Task OpenAsync(Guard guard, int open)
    {
        const int AllDue = 90 * DueAtOnce;
        await OpenOrders.WriteAsync(guard, open, index => index < AllDue ? DueAt(1 + index / DueAtOnce) : SampleOrders.Noon + Duration.FromDays(20));
    }

    private static Instant DueAt(int minute) => SampleOrders.Noon + Duration.FromMinutes(minute);

    private static async Task CheckAsync(Guard guard)
    {
        var mails = await guard.Ledger.RangeAsync(SampleOrders.Pool, KeyRange.OpenNotices, 2, default);
        if (mails is not [{ Row: LedgerRow.NoticeRow { Notice.Warnings.Count: DueAtOnce } }])
        {
            throw new InvalidOperationException("The sweep did not warn about the ten that were due.");
        }
    }
}
