using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Alerts;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>Whether the shops' keys live on: told 14, 7, 3 and 1 days before their end.</summary>
public sealed class KeyCheck : ISelfCheck
{
    private static readonly int[] Days = [14, 7, 3, 1];

    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.KeyExpiring];

    public Duration? Every { get; } = Duration.FromHours(6);

    public async Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel)
    {
        var (findings, blind) = (new List<OperationalFinding>(), new HashSet<string>());
        foreach (var marketplace in scope.Accounts.Where(marketplace => marketplace is IExpiringKey))
        {
            try
            {
                findings.AddRange(Find(marketplace.Shop.Name, await ((IExpiringKey)marketplace).KeyExpiresAtAsync(cancel), scope.Now));
            }
            catch (MarketplaceException)
            {
                blind.Add(marketplace.Shop.Name);
            }
        }

        return new SelfCheckAnswer(findings) { CannotTell = blind, LookAgainIn = blind.Count > 0 ? Duration.FromHours(1) : null };
    }

    private static IEnumerable<OperationalFinding> Find(string shop, Instant? expires, Instant now)
    {
        var stage = Days.Count(days => expires - now <= Duration.FromDays(days));
        if (stage > 0)
        {
            yield return new OperationalFinding(
                OperationalAlertKind.KeyExpiring, shop, stage == Days.Length ? Severity.Critical : Severity.Warning, new AlertFacts(expires, Duration.Max(expires!.Value - now, Duration.Zero)))
            {
                Stage = stage,
            };
        }
    }
}
