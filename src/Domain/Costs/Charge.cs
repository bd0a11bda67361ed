using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Costs;

/// <summary>What is charged for an order, as a share of its value.</summary>
/// <param name="Percent">Of the order's value; zero for nothing, null where the source does not say.</param>
/// <param name="Least">No less than this is charged; null: no such bound.</param>
/// <param name="Most">No more than this is charged; null: no such bound.</param>
public sealed record Charge(decimal? Percent, Money? Least, Money? Most)
{
    /// <summary>The charge for an order. Null where it cannot be told: without a value or a percentage, and where the bounds are in another currency.</summary>
    /// <returns>Whole minor units; half of one counts as one.</returns>
    public Money? For(Money? value)
    {
        if (value is null || Percent is not { } percent || IsForeign(Least, value) || IsForeign(Most, value))
        {
            return null;
        }

        var share = (long)decimal.Round(value.MinorUnits * percent / 100, MidpointRounding.AwayFromZero);
        return value with { MinorUnits = percent == 0 ? 0 : Math.Min(Math.Max(share, Least?.MinorUnits ?? 0), Most?.MinorUnits ?? long.MaxValue) };
    }

    private static bool IsForeign(Money? bound, Money value) => bound is not null && bound.Currency != value.Currency;
}

/// <summary>Where a figure of a table comes from. It goes wherever the figure goes.</summary>
/// <param name="Source">In words.</param>
/// <param name="Date">When the source said so.</param>
public sealed record Citation(string Source, LocalDate Date, Confidence Confidence);

/// <summary>How sure a figure is.</summary>
public enum Confidence
{
    /// <summary>Read in an official text that is about this kind of shop.</summary>
    Official,

    /// <summary>Read in a public text of somebody else.</summary>
    Public,

    /// <summary>Read about another kind of shop, or put together from parts.</summary>
    Unsure,

    /// <summary>Was so once.</summary>
    Outdated,
}
