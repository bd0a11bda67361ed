using NodaTime;

namespace ShipBy.Domain.Estimates;

/// <summary>Which handling time a shop can promise, by what it has kept.</summary>
public abstract record HandlingTimeAdvice
{
    private HandlingTimeAdvice() { }

    /// <value>Hand-overs that an advice needs: with fewer a single one weighs more than all that may miss the promise.</value>
    public const int Fewest = 20;

    /// <value>Hand-overs that are enough, the latest: older ones tell how the shop was, not how it is.</value>
    public const int Enough = 200;

    /// <value>Of a hundred orders so many have to keep the promise.</value>
    public const int KeptOfHundred = 95;

    /// <summary>This handling time would have been kept.</summary>
    /// <param name="Length">Working time from when the shop could work on an order to its hand-over, in whole hours, at least one.</param>
    /// <param name="Orders">How many could be judged.</param>
    /// <param name="Kept">How many of them kept it.</param>
    public sealed record Promise(Duration Length, int Orders, int Kept) : HandlingTimeAdvice
    {
        /// <value>Whether so many keep it that it can be made.</value>
        public bool IsKept => Kept * 100 >= Orders * KeptOfHundred;
    }

    /// <param name="HandOvers">So many there were; <see cref="Fewest"/> are needed.</param>
    public sealed record NotEnoughOrders(int HandOvers) : HandlingTimeAdvice;

    /// <summary>The shortest promise that would have been kept.</summary>
    /// <param name="took">Orders that were handed over. Cancelled ones tell nothing and belong into neither.</param>
    /// <param name="lain">Orders that still lie, by how long they have.</param>
    public static HandlingTimeAdvice Of(HandlingTimes took, HandlingTimes lain) => took.Orders < Fewest
        ? new NotEnoughOrders(took.Orders)
        : took.Hours.Concat(lain.Hours).Select(count => count.Hours).Distinct().Order().Select(hours => Judge(hours, took, lain)).First(promise => promise.IsKept);

    /// <summary>How a promise of so many hours would have fared.</summary>
    /// <remarks>
    /// An order that still lies counts as a broken promise as soon as it has lain for longer than that, and is not judged before: else a shop would look the quicker, the more it
    /// leaves lying.
    /// </remarks>
    public static Promise Judge(int hours, HandlingTimes took, HandlingTimes lain) =>
        new(Duration.FromHours(hours), took.Orders + lain.Orders - lain.WithinHours(hours), took.WithinHours(hours));
}
