using ShipBy.Application.Stock;
using ShipBy.Bench.Orders;
using ShipBy.Bench.Product;

namespace ShipBy.Bench.Parts;

/// <summary>One of several instances: at each line it hears, four rings come in at once. At "count" it ends its work and tells its commits, those that took effect and those refused.</summary>
internal static class Reservers
{
    private const int AtOnce = 4;

    public static async Task<int> RunAsync(string connectionString)
    {
        await using var guard = Guard.On(connectionString, services => CountingLedger.Around(services));
        var runs = new List<Task>();
        while (await Console.In.ReadLineAsync() is "ring")
        {
            runs.AddRange(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => guard.Get<ReserveStock>().RunAsync(SampleOrders.Pool, default))));
        }

        await Task.WhenAll(runs);
        var ledger = guard.Get<CountingLedger>();
        Console.WriteLine(FormattableString.Invariant($"{ledger.Committed} {ledger.Refused}"));
        return 0;
    }
}
