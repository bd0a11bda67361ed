using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Alerts;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>Whether one sender's messages to a shop's address are refused again and again: the shop's settings and ours differ, or somebody tries the door.</summary>
public sealed class RefusedMessagesCheck(Pools pools) : ISelfCheck
{
    /// <value>A sender who waits longer between two tries begins anew.</value>
    private static readonly Duration Lasts = Duration.FromHours(1);

    /// <value>Every answer that a message can be refused with.</value>
    private static readonly string[] Answers = ["400", "401 (signature)", "401 (time)", "413", "415"];

    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.MessagesRefused];

    public Duration? Every => null;

    public Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel) => Task.FromResult(new SelfCheckAnswer(
    [
        .. from shop in pools.Shops.Where(shop => shop.Pool == scope.Pool)
           let marks = Answers.Select(answer => (Answer: answer, At: scope.Rows.LastSignOf(RefusedMessages.SignOf(shop, answer)))).Where(mark => scope.Now - mark.At < Lasts).ToList()
           where marks.Count > 0
           let last = marks.MaxBy(mark => mark.At)
           select new OperationalFinding(OperationalAlertKind.MessagesRefused, shop.Name, Severity.Warning, new AlertFacts(last.At, Count: RefusedMessages.Enough, Detail: last.Answer)),
    ]));
}
