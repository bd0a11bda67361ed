using ShipBy.Application.Batches;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Stockroom;

/// <summary>The way through the stockroom for a batch.</summary>
public sealed class PickListTests
{
    private readonly World _world = new();

    [Fact]
    public async Task ProductsStand_ByZone_ThoseWithoutOneLast_EachOnce_WithWhatIsKnownOfThem()
    {
        await KnowAsync(new ProductCard(Sku.Parse("C")) { Zone = "a-1", Packaging = "box", BarCode = "46001" }, new ProductCard(Sku.Parse("A")) { Zone = "B-2" }, new ProductCard(Sku.Parse("D")) { Zone = "A-1" }, new ProductCard(Sku.Parse("0")) { Name = "no zone" });

        var list = await OfAsync(Ordered("1", ("A", 2), ("0", 1), ("B", 1)), Ordered("2", ("D", 1), ("C", 1), ("A", 3)));

        Assert.Equal(["C 1: 2", "D 1: 2", "A 5: 1, 2", "0 1: 1", "B 1: 1"], list.Select(line => $"{line.Sku} {line.Pieces}: {string.Join(", ", line.Orders)}"));
        Assert.Equal(("box", "46001"), (list[0].Card!.Packaging, list[0].Card!.BarCode));
        Assert.Null(list[4].Card);
    }

    [Fact]
    public async Task PartsOfBundles_StandWhereTheyLie_AndWhatDoesNotShipIsNotFetched()
    {
        await KnowAsync(new ProductCard(Sku.Parse("A")) { Zone = "B-2" });
        var bundle = Ordered("1", ("SET", 2));
        bundle = bundle with { Lines = [bundle.Lines[0] with { Content = new BundleContent([new BundlePart(Sku.Parse("A"), 3)]) }] };

        var list = await _world.Of<PickList>().OfAsync(View([Line(bundle), Line(Ordered("2", ("B", 1))) with { Progress = BatchProgress.NotPossible }]), default);

        Assert.Equal(("A", 6, "B-2"), Assert.Single(list) is var line ? (line.Sku.Value, line.Pieces, line.Card!.Zone) : default);
    }

    private Task<IReadOnlyList<PickLine>> OfAsync(params Order[] orders) => _world.Of<PickList>().OfAsync(View([.. orders.Select(Line)]), default);

    private async Task KnowAsync(params ProductCard[] cards)
    {
        foreach (var card in cards)
        {
            await _world.WriteCardAsync(card);
        }
    }

    private static Order Ordered(string number, params (string Sku, int Units)[] lines) => Sample.Order with
    {
        Key = Sample.Order.Key with { Number = number },
        Lines = [.. lines.Select(line => new OrderLine(Sku.Parse(line.Sku), line.Sku, line.Units, null))],
    };

    private static BatchLine Line(Order order) => new(new BatchItem(order.Key, null), order, BatchProgress.Waiting);

    private static BatchView View(IReadOnlyList<BatchLine> lines) => new(new ShipmentBatch(Guid.NewGuid(), Sample.Noon, "Anna", null, IsHandedOver: false, [.. lines.Select(line => line.Item)]), lines);
}
