using NodaTime.Text;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Orders;
using ShipBy.Pages.Rendering;

namespace ShipBy.Pages.Wording;

/// <summary>Puts into one line what missing a deadline costs. The order's value is not in it: it stands beside the goods.</summary>
internal static class CostText
{
    private const int LongestName = 40;

    private const int LongestSource = 160;

    /// <returns>Null where nobody knows, and where nothing is charged.</returns>
    public static string? Tell(CostOfMissing cost, Words words)
    {
        string[] said = [.. Said(Surcharge(cost, words)), .. Said(Index(cost, words))];
        return said.Length == 0 ? null : string.Join(" · ", said);
    }

    /// <summary>What orders are worth together; each currency for itself.</summary>
    /// <returns>Null where no value is known.</returns>
    public static string? Total(IReadOnlyCollection<Money?> values, Words words)
    {
        var sums = values.OfType<Money>().GroupBy(value => value.Currency, StringComparer.Ordinal).OrderBy(ofOne => ofOne.Key, StringComparer.Ordinal)
            .Select(ofOne => MoneyText.Tell(new Money((long)Math.Min(long.MaxValue, ofOne.Sum(value => (decimal)value.MinorUnits)), ofOne.Key), words.Numbers)).ToList();
        return sums.Count == 0 ? null : words.Cost.Total(string.Join(" + ", sums), values.All(value => value is not null));
    }

    /// <summary>Where the figures of these costs come from, and as of when; and what is the same for all orders.</summary>
    /// <returns>Null without a cost.</returns>
    public static string? Sources(IReadOnlyCollection<CostOfMissing> told, Words words)
    {
        var citations = told.SelectMany(cost => new[] { cost.Surcharge?.Step.Citation, IsTold(cost.Index) ? cost.Index!.After.Citation : null }).OfType<Citation>().Distinct().ToList();
        if (citations.Count == 0)
        {
            return null;
        }

        var list = citations.Select(one => words.Cost.Source(Short(one.Source, LongestSource), LocalDatePattern.Iso.Format(one.Date), one.Confidence));
        var bands = told.Where(cost => IsTold(cost.Index)).Select(cost => cost.Index!.After).Distinct().OrderBy(band => band.Above).ToList();
        return string.Join(words.Time.PartGap, [words.Cost.Sources(string.Join("; ", list)), .. bands.Count > 0 ? [words.Cost.OwnCount] : Array.Empty<string>(), .. bands.SelectMany(band => PerOrder(band, words))]);
    }

    private static string[] PerOrder(IndexBand band, Words words) => band.Charge.Percent is null or 0
        ? []
        : [words.Cost.PerOrder(NameOf(band, words), Charge(band.Charge, amount: null, band.Citation, words)!)];

    private static string? Surcharge(CostOfMissing cost, Words words) => cost.Surcharge switch
    {
        null or { Step.Charge.Percent: 0, Worst: null } => null,
        { } late => words.Cost.Surcharge(
            Charge(late.Step.Charge, late.Amount, late.Step.Citation, words) ?? words.Cost.Rising,
            late.Worst is { Charge.Percent: not null } worst ? Charge(worst.Charge, worst.Charge.For(cost.AtStake), sure: null, words) : null),
    };

    /// <remarks>What the band costs is told once for all orders, with the sources.</remarks>
    private static string? Index(CostOfMissing cost, Words words) =>
        IsTold(cost.Index) ? words.Cost.Index(Number(cost.Index!.Then.Percent!.Value, words), NameOf(cost.Index.After, words), cost.Index.IsWorse) : null;

    private static string NameOf(IndexBand band, Words words) => words.Cost.Band(Short(band.Name, LongestName));

    /// <remarks>That a shop stays in a band that costs nothing needs no word.</remarks>
    private static bool IsTold(IndexPush? push) => push is not null && (push.IsWorse || push.After.Charge.Percent is not 0);

    /// <param name="sure">Null where the charge before it was marked as unsure, or is sure.</param>
    /// <returns>Null where the source names no percentage.</returns>
    private static string? Charge(Charge charge, Money? amount, Citation? sure, Words words)
    {
        if (charge.Percent is not { } percent)
        {
            return null;
        }

        var told = amount is null ? words.Cost.Share(Number(percent, words)) : words.Cost.Amount(MoneyText.Tell(amount, words.Numbers), Number(percent, words));
        return sure is { Confidence: CostConfidence.Unsure or CostConfidence.Outdated } ? words.Cost.About(told) : told;
    }

    private static string Number(decimal number, Words words) => decimal.Round(number, 2, MidpointRounding.AwayFromZero).ToString("0.##", words.Numbers);

    private static string Short(string text, int length) => Plain.Cut(Plain.OneLine(text), length);

    private static string[] Said(string? text) => text is null ? [] : [text];
}
