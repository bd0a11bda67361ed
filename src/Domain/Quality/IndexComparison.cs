namespace ShipBy.Domain.Quality;

/// <summary>A marketplace's own index beside ours, order by order.</summary>
/// <param name="Theirs">A share; null where the marketplace does not say.</param>
/// <param name="Ours">Orders that were late or that the seller cancelled ÷ orders, placed in the same days.</param>
/// <param name="TheirsOnly">Orders that hurt its index and that are fine here: it counts another moment, or a cause that is not told to us.</param>
/// <param name="OursOnly">Orders that went wrong here and that it does not name.</param>
public sealed record IndexComparison(decimal? Theirs, FigureValue Ours, IReadOnlyList<IndexOrder> TheirsOnly, IReadOnlyList<IndexOrder> OursOnly, IReadOnlyList<IndexOrder> Both)
{
    /// <value>What such an index is made of.</value>
    public const DefectKinds Counted = DefectKinds.Late | DefectKinds.CancelledBySeller;

    /// <param name="named">Orders that the marketplace names, each once, with its word.</param>
    /// <param name="ours">Orders of the shop that went wrong in these days.</param>
    public static IndexComparison Of(decimal? theirs, FigureValue share, IReadOnlyList<IndexOrder> named, IReadOnlyList<TroubledOrder> ours)
    {
        var wrong = ours.Where(order => order.Defects.Has(Counted)).DistinctBy(order => order.Key.Number).ToDictionary(order => order.Key.Number, StringComparer.Ordinal);
        var theirNumbers = named.Select(order => order.Number).ToHashSet(StringComparer.Ordinal);
        return new IndexComparison(
            theirs,
            share,
            [.. named.Where(order => !wrong.ContainsKey(order.Number))],
            [.. wrong.Values.Where(order => !theirNumbers.Contains(order.Key.Number)).Select(order => new IndexOrder(order.Key.Number, Word: null, order.Defects & Counted))],
            [.. named.Where(order => wrong.ContainsKey(order.Number))]);
    }
}

/// <param name="Word">The marketplace's, for what it counts; null where it does not count it.</param>
/// <param name="Kinds">What we count, of an order that only we do.</param>
public sealed record IndexOrder(string Number, string? Word, DefectKinds Kinds = DefectKinds.None);
