using System.Globalization;
using ShipBy.Bench.Product;

namespace ShipBy.Bench.Parts;

/// <summary>An instance that meets a backlog: it is warmed up with a few orders, then so many come at once and are taken in, held and swept. Says by how many bytes it grew at most.</summary>
internal static class Backlog
{
    private const int Few = 200;

    public static async Task<int> RunAsync(string connectionString, int orders)
    {
        await using var guard = Guard.On(connectionString);
        await guard.OpenStockAsync();
        await CycleAsync(guard, 0, Few);

        // Since Linux 4.0 this sets the peak back to what is resident now.
        await File.WriteAllTextAsync("/proc/self/clear_refs", "5");
        var before = Memory("VmHWM:");
        await CycleAsync(guard, Few, orders);
        Console.WriteLine((Memory("VmHWM:") - before).ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static async Task CycleAsync(Guard guard, int first, int count)
    {
        await guard.TakeAsync(first, count);
        await guard.ReserveAllAsync();
        await guard.SweepAsync();
        await guard.PollAsync();
    }

    private static long Memory(string name) => 1_024 * long.Parse(
        File.ReadLines("/proc/self/status").Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1],
        CultureInfo.InvariantCulture);
}
