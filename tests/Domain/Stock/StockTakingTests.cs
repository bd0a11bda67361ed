using NodaTime;
using ShipBy.Domain.Stock;

namespace ShipBy.Domain.Tests.Stock;

public sealed class StockTakingTests
{
    private static readonly Sku Mug = Sku.Parse("MUG-1");

    [Theory]
    [InlineData(8, 5, 8, CountedLineState.Taken)]
    [InlineData(8, 5, 5, CountedLineState.Taken)]       // it is so already
    [InlineData(8, 5, 7, CountedLineState.Moved)]
    [InlineData(8, 5, null, CountedLineState.Moved)]
    [InlineData(null, 5, null, CountedLineState.Taken)]
    [InlineData(null, 5, 1, CountedLineState.Moved)]
    [InlineData(null, 0, null, CountedLineState.Taken)]
    public void ALineIsTaken_UnlessUnitsMovedSinceTheCount(int? noted, int counted, int? now, CountedLineState expected) =>
        Assert.Equal(expected, new CountedLine(Mug, counted, noted).Against(now));

    [Theory]
    [InlineData(0, -1, false)]
    [InlineData(3, 3, false)]
    [InlineData(3, 2, true)]
    [InlineData(3, -1, true)]
    public void AProductIsLow_WithFewerFreeThanShallBe(int safety, int free, bool isLow) =>
        Assert.Equal(isLow, (new ProductCard(Mug) { SafetyStock = safety }).IsLow(free));

    [Theory]
    [InlineData(4, 6, true)]
    [InlineData(5, 5, true)]
    [InlineData(5, 0, false)]
    [InlineData(9, 0, false)]
    [InlineData(9, 6, true)]
    public void APurchaseIsOpen_UntilAllHasCome_AndMoreMayCome(int first, int second, bool isWhole)
    {
        var now = Instant.FromUtc(2026, 3, 2, 12, 0);
        var cup = Sku.Parse("CUP-1");
        var purchase = new PurchaseOrder(Guid.Empty, "1", "S", now, "Anna", [new PurchaseLine(Mug, 4), new PurchaseLine(cup, 5)]);

        var after = purchase.Receive(new Dictionary<Sku, int> { [Mug] = first }, now).Receive(new Dictionary<Sku, int> { [cup] = 5, [Mug] = second }, now);

        Assert.False(after.IsOpen);
        Assert.Equal([first + second, 5], after.Lines.Select(line => line.Received));
        Assert.Empty(after.Incoming());
        var half = purchase.Receive(new Dictionary<Sku, int> { [Mug] = 3, [cup] = second }, now);
        Assert.Equal((true, isWhole ? 1 : 1 + 5 - second), (half.IsOpen, half.Incoming().Sum(line => line.Units)));
        Assert.Empty((half with { ClosedAt = now }).Incoming());
    }
}
