using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>Whether a buyer wants an order cancelled. Told when it begins, again once half of the time for an answer is over, and when it runs out before the next look.</summary>
/// <remarks>Its order is marked until then, so that no rule ships it in the meantime.</remarks>
public sealed class CancelRequestsCheck(ILedger ledger) : ISelfCheck
{
    private const int MostNamed = 5;

    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.CancelRequests];

    public Duration? Every { get; } = Duration.FromHours(1);

    public async Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel)
    {
        var (findings, blind) = (new List<OperationalFinding>(), new HashSet<string>());
        foreach (var marketplace in scope.Accounts.OfType<ICancelRequests>())
        {
            var shop = marketplace.Shop;
            try
            {
                var open = await marketplace.CancelRequestsAsync(cancel);
                findings.AddRange(open.Count == 0 ? [] : [FindingOf(shop.Name, open, scope.Now)]);
                if (open.Count > 0 || scope.Rows.Alerts.Any(alert => alert.Kind == OperationalAlertKind.CancelRequests && alert.Subject == shop.Name))
                {
                    await MarkAsync(scope.Pool, ShopsOf(shop, scope), open, cancel);
                }
            }
            catch (MarketplaceException)
            {
                blind.Add(shop.Name);
            }
        }

        return new SelfCheckAnswer(findings) { CannotTell = blind };
    }

    private OperationalFinding FindingOf(string shop, IReadOnlyList<CancelRequest> open, Instant now)
    {
        var (until, since) = (open.Min(request => request.DecideBy), open.Min(request => request.AskedAt));
        var stage = open.Any(request => now >= request.DecideBy - Every!.Value) ? 2 : open.Any(request => now >= request.DecideBy - ((request.DecideBy - request.AskedAt) / 2)) ? 1 : 0;
        var names = string.Join(", ", open.Select(request => request.Order).OfType<string>().Distinct().Take(MostNamed));
        return new OperationalFinding(
            OperationalAlertKind.CancelRequests,
            shop,
            stage == 2 ? Severity.Critical : Severity.Warning,
            new AlertFacts(until, Duration.Max(now - since, Duration.Zero), open.Count, Detail: names.Length > 0 ? names : null))
        {
            Stage = stage,
        };
    }

    /// <summary>The shops of the pool whose orders the account's wishes may be about.</summary>
    private static HashSet<string> ShopsOf(Shop home, SelfCheckScope scope) => scope.Marketplaces.Select(marketplace => marketplace.Shop)
        .Where(shop => shop.Name == home.Name || (shop.Account is { } account && account == home.Account)).Select(shop => shop.Name).ToHashSet();

    /// <remarks>An order that changes at the same moment keeps its mark as it was; the next look sets it right.</remarks>
    private async Task MarkAsync(PoolName pool, HashSet<string> shops, IReadOnlyList<CancelRequest> open, CancellationToken cancel)
    {
        var until = open.Where(request => request.Order is not null).GroupBy(request => request.Order!, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Min(request => request.DecideBy), StringComparer.Ordinal);
        foreach (var stored in (await ledger.OrdersAsync(pool, cancel)).Values.Where(stored => shops.Contains(stored.Order().Key.Shop)))
        {
            var order = stored.Order();
            var mark = order.State.IsOpen() && until.TryGetValue(order.Key.Number, out var end) ? end : (Instant?)null;
            if (mark != order.CancelAskedUntil)
            {
                await ledger.TryCommitAsync(pool, new CommitSet().With([.. OrderWrite.Changes(stored, order with { CancelAskedUntil = mark })]), cancel);
            }
        }
    }
}
