using NodaTime;

namespace ShipBy.Domain.Quality;

/// <summary>What a marketplace, or the seller, demands of a figure.</summary>
/// <param name="Marketplace">Of which kind of shop; <c>*</c>: of any that has no line of its own.</param>
/// <param name="Bad">From here on it is bad; the value itself is, where less is better, and still is not where more is.</param>
/// <param name="AtRisk">From here on it is near.</param>
/// <param name="AsOf">When the line was true.</param>
/// <param name="Source">Where it is from.</param>
public sealed record FigureThreshold(string Marketplace, FigureName Name, decimal AtRisk, decimal Bad, LocalDate AsOf, string Source)
{
    public const string AnyMarketplace = "*";

    public FigureStatus Judge(decimal value) => FigureDefinition.Of(Name).IsLessBetter
        ? value >= Bad ? FigureStatus.Bad : value >= AtRisk ? FigureStatus.AtRisk : FigureStatus.Good
        : value < Bad ? FigureStatus.Bad : value < AtRisk ? FigureStatus.AtRisk : FigureStatus.Good;
}

public enum FigureStatus
{
    /// <summary>Nothing to judge, or nothing to judge it by.</summary>
    None,
    Good,
    AtRisk,
    Bad,
}

/// <summary>All thresholds that are known.</summary>
public sealed record FigureThresholds(IReadOnlyList<FigureThreshold> All)
{
    public static FigureThresholds None { get; } = new([]);

    public FigureThreshold? Of(string marketplace, FigureName name) =>
        All.FirstOrDefault(one => one.Name == name && one.Marketplace == marketplace) ?? All.FirstOrDefault(one => one.Name == name && one.Marketplace == FigureThreshold.AnyMarketplace);
}
