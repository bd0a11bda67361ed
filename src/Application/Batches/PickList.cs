using ShipBy.Application.Marketplaces;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Batches;

/// <summary>What to fetch from the shelves for a batch, in the order of the way through the stockroom: each product once, parts of bundles as what they are.</summary>
public sealed class PickList(Pools pools, ProductCards cards)
{
    public async Task<IReadOnlyList<PickLine>> OfAsync(BatchView view, CancellationToken cancel)
    {
        var found = new List<PickLine>();
        foreach (var pool in view.Lines.Where(line => line.Order is { State: not OrderState.Cancelled } && line.Progress != BatchProgress.NotPossible).GroupBy(line => pools.OfShop(line.Order!.Key.Shop)))
        {
            var lines = LinesOf([.. pool]);
            var known = pool.Key is { } name ? await cards.OfAsync(name, [.. lines.Select(line => line.Sku)], cancel) : new Dictionary<Sku, ProductCard>();
            found.AddRange(lines.Select(line => line with { Card = known.GetValueOrDefault(line.Sku) })
                .OrderBy(line => line.Card?.Zone is null).ThenBy(line => line.Card?.Zone, StringComparer.OrdinalIgnoreCase).ThenBy(line => line.Sku.Value, StringComparer.Ordinal));
        }

        return found;
    }

    private static IReadOnlyList<PickLine> LinesOf(IReadOnlyList<BatchLine> lines) =>
    [
        .. from line in lines
           from product in line.Order!.Lines.SelectMany(one => one.OnTheShelf())
           group (line.Order, product) by product.Sku into products
           select new PickLine(
               products.Key,
               products.SelectMany(one => one.Order!.Lines).FirstOrDefault(line => line.Sku == products.Key)?.Name,
               products.Sum(one => one.product.Units),
               [.. products.Select(one => one.Order!.Key.Number).Distinct()]),
    ];
}

/// <param name="Name">Null for a part of a bundle that no order names.</param>
/// <param name="Orders">Numbers of the orders that it is for.</param>
public sealed record PickLine(Sku Sku, string? Name, int Pieces, IReadOnlyList<string> Orders)
{
    /// <value>Null where nobody wrote one.</value>
    public ProductCard? Card { get; init; }
}
