using System.Diagnostics;
using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Ledger;
using ShipBy.Bench.Floors;
using ShipBy.Bench.Measuring;
using ShipBy.Bench.Product;
using ShipBy.Bench.Storage;
using ShipBy.Domain.Orders;

namespace ShipBy.Bench.Figures;

/// <summary>2,000 pending orders to held: against the bare wire, against the usual functions way, and against PostgreSQL.</summary>
internal static class ReserveThroughput
{
    private const string Ledger = "ledger";

    public static async Task<Outcome> AgainstTheWireAsync(Effort effort)
    {
        await using var store = await BenchStore.StartAsync();
        using var raw = store.Raw();
        var orders = effort.Size(2_000, 500);
        var wire = await RecordAsync(store, orders);

        var pairs = await Paired.RunAsync(
            effort.Pairs(9),
            () => OursAsync(store, orders),
            async () =>
            {
                await SeedAsync(store, orders);
                var watch = Stopwatch.StartNew();
                await wire.ReplayAsync(raw);
                return watch.Elapsed.TotalSeconds;
            });

        return Outcome.Of("reserve_throughput_ratio", pairs.FloorByOurs, FormattableString.Invariant(
            $"{orders / pairs.OursMedian:0} orders/s against {orders / pairs.FloorMedian:0} orders/s; {wire.Reads} reads, {wire.Batches.Count} batches of {wire.Batches.Average():0.0} rows"));
    }

    public static async Task<Outcome> AgainstTheUsualWayAsync(Effort effort)
    {
        await using var store = await BenchStore.StartAsync();
        var orders = effort.Size(2_000, 300);
        var pairs = await Paired.RunAsync(effort.Pairs(5), () => OursAsync(store, orders), () => UsualFunctions.RunAsync(store, orders));

        return Outcome.Of("reserve_speedup", pairs.FloorByOurs, FormattableString.Invariant(
            $"{orders / pairs.OursMedian:0} orders/s against {orders / pairs.FloorMedian:0} orders/s"));
    }

    public static async Task<Outcome> AgainstPostgresAsync(Effort effort)
    {
        await using var postgres = await PostgresServer.TryStartAsync(flushes: true);
        await using var inMemory = await PostgresServer.TryStartAsync(flushes: false);
        if (postgres is null || inMemory is null)
        {
            return new Outcome.LeftOut("reserve_vs_postgres", "PostgreSQL's programs or libpq are not installed here (Debian: apt-get install postgresql).");
        }

        await using var store = await BenchStore.StartAsync();
        var orders = effort.Size(2_000, 500);
        var pairs = await Paired.RunAsync(effort.Pairs(9), () => OursAsync(store, orders), () => PostgresReserve.RunAsync(postgres, orders));
        var unflushed = await Paired.RunAsync(effort.Pairs(5), () => OursAsync(store, orders), () => PostgresReserve.RunAsync(inMemory, orders));

        return Outcome.Of("reserve_vs_postgres", pairs.FloorByOurs, FormattableString.Invariant(
            $"{orders / pairs.OursMedian:0} orders/s against {orders / pairs.FloorMedian:0} orders/s; against one that never flushes to the disk {unflushed.FloorByOurs.Median:0.00} ({orders / unflushed.FloorMedian:0} orders/s)"));
    }

    private static async Task<double> OursAsync(BenchStore store, int orders)
    {
        await using var guard = await SeedAsync(store, orders);
        var watch = Stopwatch.StartNew();
        await guard.ReserveAllAsync();
        var took = watch.Elapsed.TotalSeconds;
        await CheckAsync(guard, orders);
        return took;
    }

    private static async Task<RecordedWire> RecordAsync(BenchStore store, int orders)
    {
        await (await SeedAsync(store, orders)).DisposeAsync();
        var wire = new RecordedWire();
        var options = new TableClientOptions();
        options.AddPolicy(wire, HttpPipelinePosition.PerCall);
        await using var guard = Guard.On(
            store.ConnectionString, services => services.AddSingleton<ILedger>(new TableLedger(new TableServiceClient(store.ConnectionString, options).GetTableClient(Ledger))));
        await guard.ReserveAllAsync();
        return wire;
    }

    private static async Task<Guard> SeedAsync(BenchStore store, int orders)
    {
        await store.ClearAsync();
        var guard = Guard.On(store.ConnectionString);
        await guard.OpenStockAsync();
        await guard.TakeAsync(0, orders);
        return guard;
    }

    private static async Task CheckAsync(Guard guard, int orders)
    {
        var held = (await guard.OrdersAsync()).Values.Count(order => order.State == OrderState.Held);
        if (held != orders)
        {
            throw new InvalidOperationException($"{held} of {orders} orders are held.");
        }
    }
}
