using ShipBy.Application.Costs;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Alerts;

/// <summary>Has notices written as letters, with what missing their deadlines costs as of the writing.</summary>
public sealed class NoticeLetters(ILetterWriter writer, CostReading costs)
{
    public async Task<Letter> WriteAsync(PoolName pool, Notice notice, CancellationToken cancel) =>
        await writer.WriteAsync(notice, await costs.OfAsync(pool, [.. LinesOf(notice).Where(CanBeCharged).Select(AtStake)], cancel), cancel);

    private static IEnumerable<WarningLine> LinesOf(Notice notice) =>
        [.. notice.Warnings, .. notice.Day?.Plan?.PickUps.SelectMany(pickUp => pickUp.Lines) ?? [], .. notice.Day?.Report?.Next ?? []];

    /// <remarks>What a marketplace charges follows its own limit for handing over. A shop's own handling time costs nothing when it is missed, nor do the stages before.</remarks>
    private static bool CanBeCharged(WarningLine line) =>
        !line.IsOvertaken && line.Rule?.Kind is not (DeadlineRule.ConfirmLimit or DeadlineRule.PackLimit or DeadlineRule.HandlingTime);

    /// <remarks>A carrier's last pick-up comes before the limit, and nobody charges for what lies between.</remarks>
    private static OrderAtStake AtStake(WarningLine line) => new(line.Order, line.Value, line.Rule?.Limit ?? line.Deadline);
}
