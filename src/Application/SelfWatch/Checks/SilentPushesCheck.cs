using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>Whether orders come and their pushes do not, where pushes used to come. The poll has them all the same, only later.</summary>
public sealed class SilentPushesCheck(ILedger ledger) : ISelfCheck
{
    /// <value>One push may get lost.</value>
    private const int Enough = 3;

    /// <value>Signs of life are written now and then only, and a push may be retried for an hour.</value>
    private static readonly Duration Patience = Duration.FromHours(1);

    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.SilentPushes];

    public Duration? Every { get; } = Duration.FromHours(1);

    public async Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel)
    {
        var heard = scope.Accounts
            .Select(marketplace => (marketplace.Shop, At: scope.Rows.LastSignOf(WatchOurselves.SignOfPushes(marketplace.Shop))))
            .Where(shop => shop.At is not null)
            .ToList();
        if (heard.Count == 0)
        {
            return SelfCheckAnswer.AllIsWell;
        }

        var orders = (await ledger.OrdersAsync(scope.Pool, cancel)).Values.Select(stored => stored.Order()).ToList();
        return new SelfCheckAnswer([.. heard.Select(one => Find(one.Shop, one.At!.Value, orders, scope.Now)).OfType<OperationalFinding>()]);
    }

    private static OperationalFinding? Find(Shop shop, Instant heardAt, List<Order> orders, Instant now)
    {
        var without = orders.Count(order => order.Key.Shop == shop.Name && order.TakenAt > heardAt + Patience && order.TakenAt < now - Patience);
        return without < Enough
            ? null
            : new OperationalFinding(OperationalAlertKind.SilentPushes, shop.Name, Severity.Warning, new AlertFacts(heardAt, now - heardAt, without));
    }
}
