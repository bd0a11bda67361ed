using ShipBy.Bench.Measuring;

namespace ShipBy.Bench.Report;

/// <summary>The figures that are promised, and what each should come to.</summary>
internal static class Targets
{
    public static IReadOnlyDictionary<string, Target> All { get; } = new Dictionary<string, Target>
    {
        ["reserve_throughput_ratio"] = AtLeast(0.70),
        ["reserve_speedup"] = AtLeast(10),
        ["reserve_vs_postgres"] = AtLeast(1.0),
        ["requests_per_order_single"] = AtMost(16),
        ["requests_per_order_bulk"] = AtMost(0.4),
        ["queue_requests_per_order_single"] = AtMost(4),
        ["queue_requests_per_order_bulk"] = AtMost(0.05),
        ["self_watch_requests_per_day"] = AtMost(3_000),       // under a cent a month
        ["due_sweep_requests_growth"] = AtMost(1.0),
        ["due_sweep_time_growth"] = AtMost(1.2),
        ["desk_growth"] = AtMost(1.2),
        ["contention_wasted"] = AtMost(1),
        ["latency_ratio_p50"] = AtMost(1.5),
        ["latency_ratio_p99"] = AtMost(2),
        ["webhook_ratio_p95"] = AtMost(3),
        ["recovery_seconds_p99"] = AtMost(180),
        ["simulated_hours_per_minute"] = AtLeast(1_000),
        ["startup_ratio"] = AtMost(2),
        ["rss_growth_mb"] = AtMost(64),
    };

    private static Target AtLeast(double bound) => new(bound, AtLeast: true);

    private static Target AtMost(double bound) => new(bound, AtLeast: false);
}
