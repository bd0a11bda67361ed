using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Reporting;

/// <summary>How many units of each product were promised at the worst instant: held by the app, or gone.</summary>
internal static class UnitsPromised
{
    /// <summary>By product; products that nobody was ever promised are not in it.</summary>
    public static IReadOnlyDictionary<string, long> Max(IEnumerable<OrderTrack> orders)
    {
        var steps = new Dictionary<string, List<(DateTimeOffset At, long Units)>>(StringComparer.Ordinal);
        foreach (var order in orders)
        {
            foreach (var line in order.Plan.Lines.Where(line => line.Quantity > 0))
            {
                steps.TryAdd(line.Product.OfferId, []);
            }

            foreach (var (at, sign, then) in Steps(order))
            {
                foreach (var line in order.Plan.LinesAt(then).Where(line => line.Quantity > 0))
                {
                    steps[line.Product.OfferId].Add((at, sign * line.Quantity));
                }
            }
        }

        return steps.ToDictionary(product => product.Key, product => Peak(product.Value), StringComparer.Ordinal);
    }

    /// <summary>+1 when it takes its units, -1 when it gives them back. What has shipped never gives them back.</summary>
    /// <returns>With each the instant at which the order held what is taken or given.</returns>
    private static IEnumerable<(DateTimeOffset At, int Sign, DateTimeOffset Then)> Steps(OrderTrack order)
    {
        if (order.ShippedAt is { } shipped)
        {
            yield return (order.Holds.Keys.Append(shipped).Min(), 1, shipped);
            yield break;
        }

        foreach (var (held, released) in order.Holds)
        {
            yield return (held, 1, held);
            if (released is { } given)
            {
                yield return (given, -1, held);
            }
        }
    }

    /// <summary>At one and the same instant units come back before they are promised again.</summary>
    private static long Peak(IEnumerable<(DateTimeOffset At, long Units)> steps)
    {
        var (now, peak) = (0L, 0L);
        foreach (var (_, units) in steps.OrderBy(step => step.At).ThenBy(step => step.Units))
        {
            now += units;
            peak = Math.Max(peak, now);
        }

        return peak;
    }
}
