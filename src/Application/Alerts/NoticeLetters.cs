using ShipBy.Application.Costs;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Alerts;

/// <summary>Has notices written as letters, with what missing their deadlines costs as of the writing.</summary>
public sealed class NoticeLetters(ILetterWriter writer, CostReading costs)
{
    public async Task<Letter> WriteAsync(PoolName pool, Notice notice, CancellationToken cancel) =>
        await writer.WriteAsync(notice, await costs.OfAsync(pool, [.. LinesOf(notice).Where(line => !line.IsOvertaken).Select(line => OrderAtStake.Of(line.Order, line.Value, line.Deadline, line.Rule)).OfType<OrderAtStake>()], cancel), cancel);

    private static IEnumerable<WarningLine> LinesOf(Notice notice) =>
        [.. notice.Warnings, .. notice.Day?.Plan?.PickUps.SelectMany(pickUp => pickUp.Lines) ?? [], .. notice.Day?.Report?.Next ?? []];
}
