using Microsoft.Azure.Functions.Worker;
using ShipBy.Application.Alerts;

namespace ShipBy.Functions;

/// <summary>Says what waits to be said, should the queue have forgotten it.</summary>
public sealed class DeliverOutboxTimer(DeliverOutbox deliverOutbox)
{
    [Function(nameof(DeliverOutbox))]
    public Task RunAsync([TimerTrigger("%OutboxSchedule%", UseMonitor = false)] TimerInfo timer, CancellationToken cancel) => deliverOutbox.RunAsync(cancel);
}
