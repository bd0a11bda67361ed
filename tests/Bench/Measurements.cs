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
    ];
}
