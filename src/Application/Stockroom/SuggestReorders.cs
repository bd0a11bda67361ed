using ShipBy.Domain.Stock;

namespace ShipBy.Application.Stockroom;

/// <summary>What to order from suppliers now, with the numbers that it follows from.</summary>
public sealed class SuggestReorders(ReckonDemand reckonDemand, LookAtStock lookAtStock)
{
    public async Task<ReorderSheet> RunAsync(PoolName pool, ServiceLevel level, CancellationToken cancel)
    {
        var demand = await reckonDemand.RunAsync(pool, cancel);
        return new ReorderSheet(await lookAtStock.RunAsync(pool, cancel), demand, level);
    }
}

/// <summary>What to order, product by product.</summary>
public sealed record ReorderSheet(StockSheet Sheet, Demand Demand, ServiceLevel Level)
{
    /// <value>Whether so few days are known that nothing can be said.</value>
    public bool IsTooEarly => Demand.Days < ReorderPolicy.FewestDays;

    /// <value>Products that were sold and whose lead time is known: those to order first, the largest order first.</value>
    public IReadOnlyList<(StockLine Product, Reorder Reorder)> Lines { get; } = Demand.Days < ReorderPolicy.FewestDays
        ? []
        :
        [
            .. from line in Sheet.Lines
               where line.Card?.LeadDays is not null && Demand.Units.ContainsKey(line.Sku)
               let reorder = ReorderPolicy.Of(Demand.Units[line.Sku], line.Card!.LeadDays!.Value, Level, line.Free + line.Incoming)
               orderby reorder.Quantity descending, line.Sku.Value
               select (line, reorder),
        ];

    /// <value>Products that were sold and whose lead time nobody wrote down.</value>
    public IReadOnlyList<StockLine> WithoutLeadTime { get; } = [.. Sheet.Lines.Where(line => line.Card?.LeadDays is null && Demand.Units.ContainsKey(line.Sku))];
}
