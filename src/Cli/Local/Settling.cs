using ShipBy.Cli.Reports;

namespace ShipBy.Cli.Local;

/// <summary>After the end of a run: lets the app deliver what it has begun, and no longer.</summary>
/// <param name="resumed">The run was gone on with, perhaps after its end: all that the gap left over is still to be done.</param>
/// <param name="channels">Several shops are played, and each is told stock and shipments too.</param>
internal sealed class Settling(bool resumed, TimeProvider clock, bool channels = false)
{
    /// <remarks>Two rounds of timers that run every second, and the sandbox's look at the app's report after them.</remarks>
    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(4);

    /// <remarks>With channels the run's own quiet end, of 30 s at most, comes before: no order is new for 90 s then.</remarks>
    private readonly TimeSpan _atMost = TimeSpan.FromSeconds(channels ? 60 : resumed ? 30 : 15);

    private long? _since;

    /// <param name="report">As it stands now. Once it is right and time for late mistakes has passed, waiting adds nothing.</param>
    public bool IsOver(RunReport report)
    {
        var waited = clock.GetElapsedTime(_since ??= clock.GetTimestamp());

        return waited >= _atMost || (waited >= AtLeast && report.Complaints().Count == 0);
    }
}
