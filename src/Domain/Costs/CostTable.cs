using NodaTime;

namespace ShipBy.Domain.Costs;

/// <summary>What a marketplace does to a shop that hands over late, as far as public texts say.</summary>
/// <param name="Name">What it is called in settings.</param>
/// <param name="Steps">What a late order is charged, by how late it is; the earliest first.</param>
/// <param name="Bands">The bands of the error index, from the best to the worst; the first begins at 0.</param>
/// <param name="IndexDays">Over how many days before today the index is counted; null without bands.</param>
public sealed record CostTable(string Name, IReadOnlyList<SurchargeStep> Steps, IReadOnlyList<IndexBand> Bands, int? IndexDays)
{
    /// <value>Nothing is known of what missing a deadline costs.</value>
    public static CostTable None { get; } = new("none", [], [], null);

    /// <summary>The step that a hand-over falls into. Null where the table has none.</summary>
    /// <param name="lateBy">How long after the deadline; zero for the first instant after it.</param>
    public SurchargeStep? StepAt(Duration lateBy) => Steps.LastOrDefault(step => step.From <= lateBy);

    /// <summary>The band that an index lies in. Null where the table has none.</summary>
    /// <param name="percent">Read as it is shown, with two decimals: bands go from 4.01 to 10, and so on.</param>
    public IndexBand? BandOf(decimal percent)
    {
        var shown = decimal.Round(percent, 2, MidpointRounding.AwayFromZero);
        return Bands.LastOrDefault(band => band.Above == 0 || band.Above < shown);
    }
}

/// <param name="From">How long after the deadline it begins.</param>
public sealed record SurchargeStep(Duration From, Charge Charge, Citation Citation);

/// <summary>A band of the error index: the share of orders that went wrong through the seller's fault.</summary>
/// <param name="Above">Percent; the band begins just above it.</param>
/// <param name="Name">The marketplace's own word, such as a colour.</param>
/// <param name="Charge">What each order costs that goes wrong while the shop is in it.</param>
public sealed record IndexBand(decimal Above, string Name, Charge Charge, Citation Citation);
