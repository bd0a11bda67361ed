using Microsoft.Azure.Functions.Worker;
using ShipBy.Application.Intake;

namespace ShipBy.Functions;

/// <summary>Brings new and changed orders in.</summary>
public sealed class PollOrdersTimer(PollOrders pollOrders)
{
    [Function(nameof(PollOrders))]
    public Task RunAsync([TimerTrigger("%PollSchedule%")] TimerInfo timer, CancellationToken cancel) => pollOrders.RunAsync(cancel);
}
