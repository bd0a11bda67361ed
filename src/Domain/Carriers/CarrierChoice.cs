using NodaTime;
using ShipBy.Domain.Calendars;

namespace ShipBy.Domain.Carriers;

/// <summary>Chooses a carrier from the seller's table.</summary>
/// <remarks>
/// Of each carrier the rows that name the place most closely are in force, and of these the one for the least weight that the parcel does not exceed; without a weight
/// the one for the heaviest, so that no price is promised that may not hold.
/// </remarks>
public static class CarrierChoice
{
    /// <param name="zone">Of the pick-up times and the shutdowns.</param>
    public static CarrierAdvice Of(CarrierQuestion order, IReadOnlyList<CarrierTariff> table, DateTimeZone zone, Instant now)
    {
        var calendar = new WallClock(zone);
        TariffVerdict[] verdicts = [.. table.Select(tariff => VerdictOf(tariff, order, calendar, now))];
        return Choose(order, verdicts) with { Verdicts = verdicts };
    }

    private static CarrierAdvice Choose(CarrierQuestion order, TariffVerdict[] verdicts)
    {
        if (!string.IsNullOrWhiteSpace(order.Set))
        {
            return new CarrierAdvice(CarrierReason.SetByMarketplace, verdicts.Where(verdict => verdict.Tariff.IsCalled(order.Set)).OrderBy(verdict => verdict.Fit).FirstOrDefault()?.Tariff) { Set = order.Set };
        }

        if (verdicts.Length == 0)
        {
            return new CarrierAdvice(CarrierReason.NoTable);
        }

        var there = verdicts.Where(verdict => verdict.Fit < TariffFit.TooHeavy).GroupBy(verdict => PlaceText.Of(verdict.Tariff.Word)).SelectMany(carrier => InForce(carrier, order)).ToList();
        var advice = there.Count == 0 ? NothingGoes(verdicts) : Best(there);
        return advice with { IsWeightGuessed = order.Weight is null && advice.Tariff?.UpTo is not null };
    }

    private static IEnumerable<TariffVerdict> InForce(IEnumerable<TariffVerdict> carrier, CarrierQuestion order)
    {
        var closest = carrier.GroupBy(verdict => RegionPolicy.ClosenessOf(verdict.Tariff, order.To)).MaxBy(close => close.Key)!;
        var steps = closest.GroupBy(verdict => verdict.Tariff.UpTo ?? int.MaxValue);
        return order.Weight is null ? steps.MaxBy(step => step.Key)! : steps.MinBy(step => step.Key)!;
    }

    private static CarrierAdvice Best(List<TariffVerdict> there)
    {
        var inTime = there.Where(verdict => verdict.Fit == TariffFit.InTime).ToList();
        if (inTime is [var only])
        {
            return new CarrierAdvice(there.Count == 1 ? CarrierReason.OnlyOneThere : CarrierReason.OnlyOneInTime, only.Tariff);
        }

        if (inTime.Count > 1)
        {
            var arePricesComparable = inTime.Select(verdict => verdict.Tariff.Price?.Currency).Distinct().ToList() is [not null];
            return arePricesComparable
                ? new CarrierAdvice(CarrierReason.CheapestInTime, Quickest(inTime.GroupBy(verdict => verdict.Tariff.Price!.MinorUnits).MinBy(price => price.Key)!))
                : new CarrierAdvice(CarrierReason.QuickestInTime, Quickest(inTime));
        }

        return there.Where(verdict => verdict.Fit == TariffFit.TooSlow).ToList() is [_, ..] slow ? new CarrierAdvice(CarrierReason.AllTooSlow, Quickest(slow))
            : there.Where(verdict => verdict is { Fit: TariffFit.TooLate, HandOver: not null }).OrderBy(verdict => verdict.HandOver).ThenBy(verdict => verdict.Tariff.Name, StringComparer.Ordinal).FirstOrDefault() is { } first
                ? new CarrierAdvice(CarrierReason.AllTooLate, first.Tariff)
            : new CarrierAdvice(CarrierReason.ShutDown) { ShutUntil = there.Min(verdict => verdict.ShutUntil) };
    }

    private static CarrierTariff Quickest(IEnumerable<TariffVerdict> some) =>
        some.Select(verdict => verdict.Tariff).OrderBy(tariff => tariff.Days ?? int.MaxValue).ThenBy(tariff => tariff.Name, StringComparer.Ordinal).First();

    private static CarrierAdvice NothingGoes(TariffVerdict[] verdicts) =>
        verdicts.Any(verdict => verdict.Fit == TariffFit.TooHeavy) ? new CarrierAdvice(CarrierReason.TooHeavy) { Heaviest = verdicts.Where(verdict => verdict.Fit == TariffFit.TooHeavy).Max(verdict => verdict.Tariff.UpTo) }
        : new CarrierAdvice(verdicts.Any(verdict => verdict.Fit == TariffFit.WhereUnknown) ? CarrierReason.WhereUnknown : CarrierReason.NoneThere);

    private static TariffVerdict VerdictOf(CarrierTariff tariff, CarrierQuestion order, WallClock calendar, Instant now)
    {
        var region = RegionPolicy.Of(tariff, order.To);
        if (region != RegionFit.Yes)
        {
            return new TariffVerdict(tariff, region == RegionFit.No ? TariffFit.OtherRegion : TariffFit.WhereUnknown);
        }

        if (order.Weight > tariff.UpTo)
        {
            return new TariffVerdict(tariff, TariffFit.TooHeavy);
        }

        var handOver = HandOverPolicy.First(tariff, calendar, now);
        var unhindered = HandOverPolicy.First(tariff with { Shutdowns = [] }, calendar, now);
        // Without a limit it need not go today; that a carrier takes nothing now is still worth a word.
        var limit = order.ShipBy ?? unhindered ?? now;
        return (handOver <= limit, unhindered <= limit) switch
        {
            (false, true) => new TariffVerdict(tariff, TariffFit.ShutDown, handOver, HandOverPolicy.ShutUntil(tariff, calendar.DateOf(unhindered!.Value))),
            (false, false) => new TariffVerdict(tariff, TariffFit.TooLate, handOver),
            _ => new TariffVerdict(tariff, order.ArriveWithin is { } within && tariff.Days is { } days && Duration.FromDays(days) > within ? TariffFit.TooSlow : TariffFit.InTime, handOver),
        };
    }
}
