namespace ShipBy.Sandbox.Source.Generator;

/// <summary>The odd orders among the others: at fixed places, so that every run of half a minute meets some.</summary>
internal static class Oddities
{
    private const int Round = 60;

    public static PlannedOrder Of(int index, PlannedOrder order, IReadOnlyList<Product> products) => (index % Round) switch
    {
        7 => order with { OddStatus = "awaiting_something_new" },
        10 => order with { Lines = [order.Lines[0] with { Quantity = 0 }] },
        13 => order with { Lines = [new OrderLine(Named(products, "NO-STOCK-ROW"), 1)] },
        16 => order with { Lines = [new OrderLine(Named(products, "LONG-1"), 1)] },
        19 => order with { Lines = products.Skip(Catalog.Ordinary).Take(Catalog.SmallParts).Select(part => new OrderLine(part, 1)).ToArray() },
        22 => order with { Number = order.Number + "/а#1, 2%", Lines = [new OrderLine(Named(products, "A/1#б%20"), 2)] },
        25 => order with { Lines = [order.Lines[0] with { Quantity = -1 }, .. order.Lines.Skip(1)] },
        28 => order with { Limit = order.Appears.AddSeconds(-4), Moves = [], Late = order.Ships is not null },
        _ => order,
    };

    private static Product Named(IReadOnlyList<Product> products, string offer) => products.First(product => product.OfferId == offer);
}
