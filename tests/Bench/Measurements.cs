using ShipBy.Bench.Figures;
using ShipBy.Bench.Measuring;

namespace ShipBy.Bench;

/// <summary>Everything that is measured, in the order in which it is told.</summary>
internal static class Measurements
{
    public static IReadOnlyList<Measurement> All { get; } =
    [
        Measurement.Of("reserve_throughput_ratio", ReserveThroughput.AgainstTheWireAsync),
        Measurement.Of("reserve_speedup", ReserveThroughput.AgainstTheUsualWayAsync),
        Measurement.Of("reserve_vs_postgres", ReserveThroughput.AgainstPostgresAsync),
        new Measurement(OrderLife.Names, OrderLife.MeasureAsync),
        Measurement.Of("self_watch_requests_per_day", WatchDay.MeasureAsync),
        Measurement.Of("due_sweep_requests_growth", DueSweep.MeasureRequestsAsync),
        Measurement.Of("due_sweep_time_growth", DueSweep.MeasureTimeAsync),
        Measurement.Of("desk_growth", DeskGrowth.MeasureAsync),
        Measurement.Of("contention_wasted", Contention.MeasureAsync),
        new Measurement(PushLatency.Names, PushLatency.MeasureAsync),
        Measurement.Of("webhook_ratio_p95", WebhookAnswer.MeasureAsync),
        Measurement.Of("recovery_seconds_p99", Recovery.MeasureAsync),
        Measurement.Of("simulated_hours_per_minute", SimulationSpeed.MeasureAsync),
        Measurement.Of("startup_ratio", Startup.MeasureAsync),
        Measurement.Of("rss_growth_mb", BacklogMemory.MeasureAsync),
    ];
}
