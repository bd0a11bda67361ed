using NodaTime;
using ShipBy.Domain.Alerts;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>Whether messages are taken out of the queues, and whether the host had to put some away. Never says what is in them.</summary>
public sealed class QueueCheck(IQueuePeek queues) : ISelfCheck
{
    /// <value>Longer than a message stays hidden after an instance died over it.</value>
    private static readonly Duration Patience = Duration.FromMinutes(15);

    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.SilentQueue, OperationalAlertKind.PoisonMessage];

    /// <value>A look is four queue requests, which cost as much as forty to the tables.</value>
    public Duration? Every { get; } = Duration.FromMinutes(15);

    public async Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel)
    {
        if (!scope.IsHome)
        {
            return SelfCheckAnswer.AllIsWell;
        }

        return await queues.LookAsync(cancel) is { } looks
            ? new SelfCheckAnswer(
            [
                .. from look in looks
                   let age = scope.Now - look.OldestAt
                   where look.IsPoison || age > Patience
                   select new OperationalFinding(
                       look.IsPoison ? OperationalAlertKind.PoisonMessage : OperationalAlertKind.SilentQueue,
                       look.Queue,
                       look.IsPoison ? Severity.Warning : Severity.Critical,
                       new AlertFacts(look.OldestAt, Duration.Max(age, Duration.Zero), look.Messages)),
            ])
            : SelfCheckAnswer.AllIsWell with { IsBlind = true };
    }
}
