using System.Diagnostics;
using System.Globalization;
using ShipBy.Application.Ledger;
using ShipBy.Bench.Measuring;
using ShipBy.Bench.Orders;
using ShipBy.Bench.Parts;
using ShipBy.Bench.Product;
using ShipBy.Bench.Storage;
using ShipBy.Domain.Orders;

namespace ShipBy.Bench.Figures;

/// <summary>
/// Refused commits per commit that took effect: 16 reservers in 4 processes, all of them rung each time 50 more orders of one and the same product have come in, with stock for half of all.
/// Orders go on coming in meanwhile. Commits that only take or free the lease count as they come.
/// </summary>
internal static class Contention
{
    private const int Processes = 4;
    private const int AWave = 50;

    public static async Task<Outcome> MeasureAsync(Effort effort)
    {
        var (wasted, seconds) = (new List<double>(), new List<double>());
        var waves = effort.Size(20, 5);
        await using var store = await BenchStore.StartAsync();
        for (var round = 0; round < effort.Pairs(6); round++)
        {
            var watch = Stopwatch.StartNew();
            wasted.Add(await RoundAsync(store, waves));
            seconds.Add(watch.Elapsed.TotalSeconds);
        }

        return Outcome.Of("contention_wasted", Interval.OfMedian(wasted), FormattableString.Invariant(
            $"oversold 0; {waves * AWave} orders, stock for {waves * AWave / 2}, in {Interval.OfMedian(seconds).Median:0.0} s with intake; {wasted.Count} rounds"));
    }

    private static async Task<double> RoundAsync(BenchStore store, int waves)
    {
        await store.ClearAsync();
        await using var guard = Guard.On(store.ConnectionString);
        await guard.OpenStockAsync(onHand: waves * AWave / 2);
        guard.Marketplace.Make = index => SampleOrders.Posting(index) with { Lines = [new OrderLine(SampleOrders.Skus[0], "The only one", 1, null)] };
        var parts = Enumerable.Range(0, Processes).Select(_ => Part.Start("reservers", store.ConnectionString)).ToList();
        try
        {
            for (var wave = 0; wave < waves; wave++)
            {
                await guard.TakeAsync(wave * AWave, AWave);
                await Task.WhenAll(parts.Select(part => part.SayAsync("ring")));
            }

            await Task.WhenAll(parts.Select(part => part.SayAsync("count")));
            var counts = await Task.WhenAll(parts.Select(part => part.HearAsync()));
            await guard.ReserveAllAsync();
            await CheckAsync(guard, waves * AWave);
            return (double)counts.Sum(count => Number(count, 1)) / counts.Sum(count => Number(count, 0));
        }
        finally
        {
            foreach (var part in parts)
            {
                await part.DisposeAsync();
            }
        }
    }

    /// <exception cref="InvalidOperationException">More or fewer units are promised than there are.</exception>
    private static async Task CheckAsync(Guard guard, int orders)
    {
        var held = (await guard.OrdersAsync()).Values.Count(order => order.State == OrderState.Held);
        var stock = (LedgerRow.StockRow)(await guard.Ledger.FindAsync(SampleOrders.Pool, RowKey.Stock(SampleOrders.Skus[0]), default))!.Row;
        if (held != orders / 2 || stock.Item.Held != held)
        {
            throw new InvalidOperationException($"{held} orders are held and {stock.Item.Held} units, of {orders / 2}.");
        }
    }

    private static long Number(string counts, int index) => long.Parse(counts.Split(' ')[index], CultureInfo.InvariantCulture);
}
