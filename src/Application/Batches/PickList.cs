using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Batches;

/// <summary>What to fetch from the shelves for a batch: each product once, parts of bundles as what they are.</summary>
public static class PickList
{
    public static IReadOnlyList<PickLine> Of(BatchView view) =>
    [
        .. from line in view.Lines
           where line.Order is { State: not OrderState.Cancelled } && line.Progress != BatchProgress.NotPossible
           from product in line.Order!.Lines.SelectMany(one => one.OnTheShelf())
           group (line.Order, product) by product.Sku into products
           orderby products.Key.Value
           select new PickLine(
               products.Key,
               products.SelectMany(one => one.Order!.Lines).FirstOrDefault(line => line.Sku == products.Key)?.Name,
               products.Sum(one => one.product.Units),
               [.. products.Select(one => one.Order!.Key.Number).Distinct()]),
    ];
}

/// <param name="Name">Null for a part of a bundle that no order names.</param>
/// <param name="Orders">Numbers of the orders that it is for.</param>
public sealed record PickLine(Sku Sku, string? Name, int Pieces, IReadOnlyList<string> Orders);
