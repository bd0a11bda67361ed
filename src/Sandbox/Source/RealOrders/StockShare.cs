namespace ShipBy.Sandbox.Source.RealOrders;

/// <summary>Cuts a full stock down to a share of it.</summary>
internal static class StockShare
{
    /// <summary>
    /// Takes units away one at a time from the product with the most left, ties by id, until the total is at most the share.
    /// </summary>
    /// <remarks>Found by its level and not unit by unit: every product above the level comes down to it.</remarks>
    public static IReadOnlyDictionary<string, long> Cut(IReadOnlyDictionary<string, long> demand, decimal share)
    {
        var target = (long)Math.Floor(demand.Values.Sum() * share);
        if (demand.Values.Sum() <= target)
        {
            return demand;
        }

        var (level, above) = (0L, demand.Values.Max());
        while (level + 1 < above)
        {
            var middle = level + (above - level) / 2;
            (level, above) = TotalAt(demand, middle) <= target ? (middle, above) : (level, middle);
        }

        var oneMore = level + 1;
        var tooMany = TotalAt(demand, oneMore) - target;
        var cut = demand.ToDictionary(stock => stock.Key, stock => Math.Min(stock.Value, oneMore), StringComparer.Ordinal);
        foreach (var product in cut.Keys.Where(id => cut[id] == oneMore).Order(StringComparer.Ordinal).Take((int)tooMany).ToArray())
        {
            cut[product]--;
        }

        return cut;
    }

    private static long TotalAt(IReadOnlyDictionary<string, long> demand, long level) => demand.Values.Sum(units => Math.Min(units, level));
}
