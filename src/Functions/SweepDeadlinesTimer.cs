using Microsoft.Azure.Functions.Worker;
using ShipBy.Application.Deadlines;

namespace ShipBy.Functions;

/// <summary>Warns about orders that come close to their ship-by deadline.</summary>
public sealed class SweepDeadlinesTimer(SweepDeadlines sweepDeadlines)
{
    [Function(nameof(SweepDeadlines))]
    public Task RunAsync([TimerTrigger("%SweepSchedule%", UseMonitor = false)] TimerInfo timer, CancellationToken cancel) => sweepDeadlines.RunAsync(cancel);
}
