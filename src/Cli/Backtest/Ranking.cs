namespace ShipBy.Cli.Backtest;

/// <summary>An order that was judged.</summary>
/// <param name="Id">Breaks ties.</param>
/// <param name="Score">Higher: more likely late.</param>
internal sealed record Judged(string Id, double Score, bool IsLate, double Weight);

/// <summary>How good a ranking is, ties counted as ties.</summary>
internal static class Ranking
{
    /// <summary>The chance that a late order is ranked above one in time; a tie counts half. Null where one of the two kinds is missing.</summary>
    public static double? Auc(IReadOnlyList<Judged> orders)
    {
        var (late, inTime) = (WeightOf(orders.Where(order => order.IsLate)), WeightOf(orders.Where(order => !order.IsLate)));
        var (below, won) = (0.0, 0.0);
        foreach (var tied in orders.GroupBy(order => order.Score).OrderBy(group => group.Key))
        {
            var beaten = WeightOf(tied.Where(order => !order.IsLate));
            won += WeightOf(tied.Where(order => order.IsLate)) * (below + beaten / 2);
            below += beaten;
        }

        return late * inTime > 0 ? won / (late * inTime) : null;
    }

    /// <summary>Precision, averaged over the late orders in the order of the ranking (step-wise; tied orders enter together). Null without a late one.</summary>
    public static double? AveragePrecision(IReadOnlyList<Judged> orders)
    {
        var late = WeightOf(orders.Where(order => order.IsLate));
        var (found, seen, sum) = (0.0, 0.0, 0.0);
        foreach (var tied in orders.GroupBy(order => order.Score).OrderByDescending(group => group.Key))
        {
            var more = WeightOf(tied.Where(order => order.IsLate));
            found += more;
            seen += WeightOf(tied);
            sum += more * found / seen;
        }

        return late > 0 ? sum / late : null;
    }

    /// <summary>Mean squared distance of a chance from what happened (Brier). Null without orders.</summary>
    public static double? Brier(IReadOnlyList<Judged> orders) => orders.Count == 0 ? null
        : orders.Sum(order => order.Weight * Math.Pow(order.Score - (order.IsLate ? 1 : 0), 2)) / WeightOf(orders);

    /// <summary>Share of the late orders among the top half by score, the middle one included; ties by id. Null without a late one.</summary>
    /// <remarks>The half is one of orders, whatever they weigh: it is what a person looks through.</remarks>
    public static double? RecallAtHalf(IReadOnlyList<Judged> orders)
    {
        var late = WeightOf(orders.Where(order => order.IsLate));
        var top = orders.OrderByDescending(order => order.Score).ThenBy(order => order.Id, StringComparer.Ordinal).Take((orders.Count + 1) / 2);
        return late > 0 ? WeightOf(top.Where(order => order.IsLate)) / late : null;
    }

    private static double WeightOf(IEnumerable<Judged> orders) => orders.Sum(order => order.Weight);
}
