using System.Globalization;
using NodaTime;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Alerts;

namespace ShipBy.Application.SelfWatch.Checks;

/// <summary>How the marketplaces grade the seller, once a day: they reckon it anew once a day.</summary>
public sealed class AccountHealthCheck : ISelfCheck
{
    /// <value>From each of these on, in percent, a spoilt order costs more than before; beyond the last the account may be closed.</value>
    private static readonly decimal[] Zones = [10, 20, 40];

    private const int MostNamed = 4;

    public IReadOnlyList<OperationalAlertKind> Kinds { get; } = [OperationalAlertKind.RatingWorse, OperationalAlertKind.ErrorIndexHigh];

    public Duration? Every { get; } = Duration.FromDays(1);

    public async Task<SelfCheckAnswer> LookAsync(SelfCheckScope scope, CancellationToken cancel)
    {
        var (findings, blind) = (new List<OperationalFinding>(), new HashSet<string>());
        foreach (var marketplace in scope.Accounts.Where(marketplace => marketplace is IAccountHealth))
        {
            var (shop, graded) = (marketplace.Shop.Name, (IAccountHealth)marketplace);
            try
            {
                var health = await graded.HealthAsync(cancel);
                findings.AddRange([.. OfRatings(shop, health.Ratings), .. OfIndex(shop, health, graded.ErrorIndexLimit)]);
            }
            catch (MarketplaceException)
            {
                blind.Add(shop);
            }
        }

        return new SelfCheckAnswer(findings) { CannotTell = blind, LookAgainIn = blind.Count > 0 ? Duration.FromHours(2) : null };
    }

    private static IEnumerable<OperationalFinding> OfRatings(string shop, IReadOnlyList<AccountRating> ratings)
    {
        AccountRating[] bad = [.. ratings.Where(rating => rating.Grade >= RatingGrade.Warning).OrderByDescending(rating => rating.Grade)];
        if (bad.Length > 0)
        {
            var severity = bad[0].Grade == RatingGrade.Critical ? Severity.Critical : Severity.Warning;
            yield return new OperationalFinding(OperationalAlertKind.RatingWorse, shop, severity, new AlertFacts(Count: bad.Length, Detail: string.Join(", ", bad.Take(MostNamed).Select(NameOf))))
            {
                Stage = bad.Length,
            };
        }
    }

    private static IEnumerable<OperationalFinding> OfIndex(string shop, AccountHealth health, decimal limit)
    {
        if (health.ErrorIndex > limit)
        {
            var zone = Zones.Count(from => health.ErrorIndex > from);
            yield return new OperationalFinding(
                OperationalAlertKind.ErrorIndexHigh,
                shop,
                zone >= 2 ? Severity.Critical : Severity.Warning,
                new AlertFacts(Count: health.Defects.Count, Other: health.Defects.Count(defect => !defect.IsForgiven && defect.Charge?.MinorUnits > 0), Detail: $"{Text(health.ErrorIndex.Value)} %"))
            {
                Stage = zone,
            };
        }
    }

    private static string NameOf(AccountRating rating) => rating.Value is { } value ? $"{rating.Name} {Text(value)}" : rating.Name;

    private static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
