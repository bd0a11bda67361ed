using ShipBy.Bench.Measuring;

namespace ShipBy.Bench.Figures;

/// <summary>How long an order is left when the only instance is killed over it and another one starts.</summary>
internal static class Recovery
{
    private const double Share = 0.99;

    public static async Task<Outcome> MeasureAsync(Effort effort)
    {
        var seeds = effort.Size(5_000, 500);
        var seconds = new List<double>();
        for (var seed = 1; seed <= seeds; seed++)
        {
            if (await InterruptedReserve.RunAsync(seed) is { } recovery)
            {
                seconds.Add(recovery);
            }
        }

        seconds.Sort();
        return Outcome.Of("recovery_seconds_p99", Interval.OfQuantile(seconds, Share), FormattableString.Invariant(
            $"median {Interval.Quantile(seconds, 0.5):0} s, longest {seconds[^1]:0} s; {seconds.Count} of {seeds} kills interrupted an order"));
    }
}
