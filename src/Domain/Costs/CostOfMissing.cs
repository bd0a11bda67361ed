using NodaTime;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Costs;

/// <summary>What it costs to hand an order over after its deadline. What nobody knows is null, never guessed.</summary>
/// <param name="AtStake">The order's value.</param>
/// <param name="Surcharge">What being late is charged with.</param>
/// <param name="Index">What one more late order does to the shop's error index.</param>
public sealed record CostOfMissing(Money? AtStake, Surcharge? Surcharge, IndexPush? Index)
{
    /// <param name="lateBy">How late a hand-over right now is; zero or less while the deadline has not passed: it is the first step that looms then.</param>
    /// <param name="share">The shop's late orders in the days that the index counts; null where these are not all known.</param>
    public static CostOfMissing Of(Money? value, Duration lateBy, CostTable table, LateShare? share) => new(
        value,
        table.StepAt(Duration.Max(lateBy, Duration.Zero)) is { } step ? new Surcharge(step, step.Charge.For(value), table.Steps[^1] == step ? null : table.Steps[^1]) : null,
        share is null ? null : IndexPush.Of(share, value, table));
}

/// <param name="Step">The step in force.</param>
/// <param name="Amount">What it comes to for this order; null where value or percentage is unknown.</param>
/// <param name="Worst">The last step, which it ends with; null where that is in force already.</param>
public sealed record Surcharge(SurchargeStep Step, Money? Amount, SurchargeStep? Worst);

/// <summary>What one more late order does to the shop's error index, by ShipBy's own count of its hand-overs.</summary>
/// <param name="Before">Null while nothing was handed over in the window.</param>
/// <param name="Amount">What each order costs that goes wrong in the band after, for this order's value; null where it cannot be told.</param>
public sealed record IndexPush(LateShare Now, LateShare Then, IndexBand? Before, IndexBand After, Money? Amount)
{
    /// <value>Whether it is pushed into a worse band than it is in.</value>
    public bool IsWorse => Before is not null && After.Above > Before.Above;

    /// <returns>Null where the table has no bands.</returns>
    public static IndexPush? Of(LateShare now, Money? value, CostTable table) =>
        now.Plus(late: 1) is var then && table.BandOf(then.Percent!.Value) is { } after
            ? new IndexPush(now, then, now.Percent is { } percent ? table.BandOf(percent) : null, after, after.Charge.For(value))
            : null;
}

/// <summary>How many of a shop's hand-overs were late.</summary>
public sealed record LateShare(int Late, int HandedOver)
{
    /// <value>Null without a hand-over: a share of nothing is not zero.</value>
    public decimal? Percent => HandedOver > 0 ? 100m * Late / HandedOver : null;

    /// <summary>The share once so many more are handed over late.</summary>
    public LateShare Plus(int late) => new(Late + late, HandedOver + late);
}
