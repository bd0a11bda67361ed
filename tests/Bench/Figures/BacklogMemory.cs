using System.Globalization;
using ShipBy.Bench.Measuring;
using ShipBy.Bench.Parts;
using ShipBy.Bench.Storage;

namespace ShipBy.Bench.Figures;

/// <summary>By how much an instance grows when 10,000 orders come at once: resident memory at its peak, less what it had after a cycle with few orders.</summary>
internal static class BacklogMemory
{
    private const string Name = "rss_growth_mb";
    private const int Orders = 10_000;

    public static async Task<Outcome> MeasureAsync(Effort effort)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new Outcome.LeftOut(Name, "Peak memory is read from /proc, which this system does not have.");
        }

        var growth = new List<double>();
        for (var run = 0; run < effort.Pairs(5); run++)
        {
            await using var store = await BenchStore.StartAsync();
            await using var part = Part.Start("backlog", store.ConnectionString, Orders.ToString(CultureInfo.InvariantCulture));
            growth.Add(long.Parse(await part.HearAsync(), CultureInfo.InvariantCulture) / (double)(1 << 20));
        }

        return Outcome.Of(Name, Interval.OfMedian(growth), $"{Orders} orders taken in, held and swept; {growth.Count} runs");
    }
}
