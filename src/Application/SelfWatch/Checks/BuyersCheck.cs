using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Alerts;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>Whether somebody waits for the seller's words. Told when it begins, again once half of the time for an answer is over, and when all of it is.</summary>
public sealed class BuyersCheck : ISelfCheck
{
    private const int MostNamed = 5;

    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.BuyersWait, OperationalAlertKind.BadReviews];

    public Duration? Every { get; } = Duration.FromHours(1);

    public async Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel)
    {
        var (findings, blind) = (new List<OperationalFinding>(), new HashSet<string>());
        foreach (var marketplace in scope.Accounts.Where(marketplace => marketplace is IBuyerTalk))
        {
            var (shop, talk) = (marketplace.Shop.Name, (IBuyerTalk)marketplace);
            try
            {
                var (buyers, reviews) = (await talk.WaitingBuyersAsync(cancel), await talk.BadReviewsAsync(cancel) ?? []);
                findings.AddRange(
                [
                    .. Find(OperationalAlertKind.BuyersWait, shop, [.. buyers.Select(buyer => (buyer.Since, buyer.Order))], talk.ReplyWithin, scope.Now),
                    .. Find(OperationalAlertKind.BadReviews, shop, [.. reviews.Select(review => (review.Since, (string?)review.Product))], talk.ReplyWithin, scope.Now),
                ]);
            }
            catch (MarketplaceException)
            {
                blind.Add(shop);
            }
        }

        return new SelfCheckAnswer(findings) { CannotTell = blind };
    }

    private static IEnumerable<OperationalFinding> Find(OperationalAlertKind kind, string shop, IReadOnlyList<(Instant Since, string? Name)> waiting, Duration within, Instant now)
    {
        if (waiting.Count == 0)
        {
            yield break;
        }

        var since = waiting.Min(one => one.Since);
        var stage = now >= since + within ? 2 : now >= since + (within / 2) ? 1 : 0;
        var names = string.Join(", ", waiting.OrderBy(one => one.Since).Select(one => one.Name).OfType<string>().Distinct().Take(MostNamed));
        yield return new OperationalFinding(kind, shop, stage == 2 ? Severity.Critical : Severity.Warning, new AlertFacts(since + within, Duration.Max(now - since, Duration.Zero), waiting.Count, Detail: names.Length > 0 ? names : null))
        {
            Stage = stage,
        };
    }
}
