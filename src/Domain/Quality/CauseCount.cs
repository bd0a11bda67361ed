namespace ShipBy.Domain.Quality;

/// <summary>How many orders one kind of cause lies behind.</summary>
/// <param name="Confirmed">A person said so.</param>
/// <param name="Proposed">The journal shows so, and nobody has said anything yet.</param>
public sealed record CauseCount(CauseKind Kind, int Confirmed, int Proposed)
{
    public int All => Confirmed + Proposed;

    /// <returns>Each kind that has some, the most frequent first.</returns>
    public static IReadOnlyList<CauseCount> Of(IEnumerable<TroubledOrder> orders) =>
    [
        .. orders.Where(order => order.CauseInForce is not null)
            .GroupBy(order => order.CauseInForce!.Value)
            .Select(kind => new CauseCount(kind.Key, kind.Count(order => order.Cause is not null), kind.Count(order => order.Cause is null)))
            .OrderByDescending(count => count.All).ThenBy(count => count.Kind),
    ];
}
