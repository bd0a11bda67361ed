using NodaTime;
using ShipBy.Application.Settings;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Desk;

/// <summary>Writes down what a person says about an open order. Saying it twice is saying it once.</summary>
public sealed class TendOrder(ChangeOrder changeOrder, Ladder ladder, GuardOptions options)
{
    /// <inheritdoc cref="AttentionPolicy.Acknowledge"/>
    public Task<bool> AcknowledgeAsync(OrderKey order, string by, CancellationToken cancel) => changeOrder.RunAsync(
        order, (now, known) => AttentionPolicy.Acknowledge(known, ladder, by, options.QuietAfterAcknowledge is { } time ? Duration.FromTimeSpan(time) : null, now), cancel);

    /// <inheritdoc cref="AttentionPolicy.Snooze"/>
    public Task<bool> SnoozeAsync(OrderKey order, string by, Duration time, CancellationToken cancel) =>
        changeOrder.RunAsync(order, (now, known) => AttentionPolicy.Snooze(known, ladder, by, time, now), cancel);

    /// <inheritdoc cref="AttentionPolicy.Assign"/>
    public Task<bool> AssignAsync(OrderKey order, string owner, CancellationToken cancel) =>
        changeOrder.RunAsync(order, (_, known) => AttentionPolicy.Assign(known, owner), cancel);
}
