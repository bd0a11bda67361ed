using NodaTime;
using ShipBy.Application.Settings;
using ShipBy.Domain.Alerts;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>Whether the other timers give signs of life. A timer that never gave one is not missed: it may be new.</summary>
public sealed class SilentTimerCheck(GuardOptions options) : ISelfCheck
{
    private static readonly Trigger[] Timers = [Trigger.PollOrders, Trigger.SweepDeadlines, Trigger.DeliverOutbox];

    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.SilentTimer];

    public Duration? Every => null;

    public Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel) => Task.FromResult(new SelfCheckAnswer(
    [
        .. from timer in scope.IsHome ? Timers.Where(timer => timer != scope.Trigger) : []
           let last = scope.Rows.LastSignOf(timer.ToString())
           where scope.Now - last > Duration.FromTimeSpan(options.SilentAfter)
           select new OperationalFinding(OperationalAlertKind.SilentTimer, timer.ToString(), Severity.Critical, new AlertFacts(last, scope.Now - last)),
    ]));
}
