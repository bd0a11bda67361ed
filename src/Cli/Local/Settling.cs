using ShipBy.Cli.Reports;

namespace ShipBy.Cli.Local;

/// <summary>After the end of a run: lets the app deliver what it has begun, and no longer.</summary>
/// <param name="resumed">The run was gone on with, perhaps after its end: all that the gap left over is still to be done.</param>
internal sealed class Settling(bool resumed, TimeProvider clock)
{
    /// <remarks>Two rounds of timers that run every second, and the sandbox's look at the app's report after them.</remarks>
    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(4);

    private readonly TimeSpan _atMost = TimeSpan.FromSeconds(resumed ? 30 : 15);

    private long? _since;

    /// <param name="report">As it stands now. Once it is right and time for late mistakes has passed, waiting adds nothing.</param>
    public bool IsOver(RunReport report)
    {
        var waited = clock.GetElapsedTime(_since ??= clock.GetTimestamp());

        return waited >= _atMost || (waited >= AtLeast && report.Complaints().Count == 0);
    }
}
