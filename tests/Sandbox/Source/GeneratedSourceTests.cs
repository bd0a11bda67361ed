using ShipBy.Sandbox.Run;
using ShipBy.Sandbox.Source.Generator;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Source;

public sealed class GeneratedSourceTests
{
    private static readonly DateTimeOffset Minute = TestRun.Start.AddSeconds(60);

    [Fact]
    public void UpTo_GivesTheSameOrders_HoweverItIsAsked()
    {
        var (atOnce, bySteps) = (Endless(7), Endless(7));
        for (var second = 0; second <= 60; second++)
        {
            bySteps.UpTo(TestRun.Start.AddSeconds(second));
        }

        Assert.Equal(atOnce.UpTo(Minute).Select(Facts), bySteps.UpTo(Minute).Select(Facts));
        Assert.NotEqual(atOnce.UpTo(Minute).Select(Facts), Endless(8).UpTo(Minute).Select(Facts));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(99)]
    public void UpTo_BringsAWarningWithinTwentySeconds_AndAllOddOrdersWithinAMinute(long seed)
    {
        var orders = Endless(seed).UpTo(Minute);
        var ladder = Ladder.Parse("24h,12h,6h,2h", GeneratedSource.Scale);

        Assert.Contains(orders, order => order.Appears < TestRun.Start.AddSeconds(2) && order.Limit - ladder.Rungs[0].Before < TestRun.Start.AddSeconds(20)
            && order.Limit > TestRun.Start.AddSeconds(20));
        Assert.InRange(orders.Count, 30, 64);
        Assert.Contains(orders, order => order.OddStatus is not null);
        Assert.Contains(orders, order => order.Lines.Any(line => line.Quantity == 0));
        Assert.Contains(orders, order => order.Lines.Any(line => line.Quantity == -1));
        Assert.Contains(orders, order => order.Lines.Any(line => line.Product.StockAtStart is null));
        Assert.Contains(orders, order => order.Lines.Any(line => System.Text.Encoding.UTF8.GetByteCount(line.Product.Name) > 20_000));
        Assert.Contains(orders, order => order.Lines.Count == 200);
        Assert.Contains(orders, order => order.Number.Contains('/') && order.Number.Contains('#'));
        Assert.Contains(orders, order => order.Limit < order.Appears);
    }

    [Fact]
    public void UpTo_HasEveryKindOfFate()
    {
        var orders = Endless(1).UpTo(TestRun.Start.AddMinutes(10));

        Assert.Contains(orders, order => order is { Ships: not null, Late: false });
        Assert.Contains(orders, order => order.Late);
        Assert.Contains(orders, order => order is { Ships: null, CancelledBy: "client", Cancels: not null });
        Assert.Contains(orders, order => order.CancelledAfterShip is not null);
        Assert.Contains(orders, order => order.Moves is [{ Limit: null }, { Limit: not null }]);
        Assert.Contains(orders, order => order.Moves is [{ Limit: not null }]);
        Assert.Equal(orders.Count, orders.Select(order => order.Number).Distinct().Count());
    }

    [Fact]
    public void CountAt_IsTheWholeRun_AndTheLastSecondsAreQuiet()
    {
        var source = new GeneratedSource(1, TestRun.Start, Minute);

        Assert.Equal(source.CountAt(TestRun.Start), source.UpTo(Minute.AddHours(1)).Count);
        Assert.All(source.UpTo(Minute), order => Assert.True(order.Appears <= Minute.AddSeconds(-3)));
    }

    private static GeneratedSource Endless(long seed) => new(seed, TestRun.Start, null);

    private static string Facts(ShipBy.Sandbox.Source.PlannedOrder order) =>
        $"{order.Number} {order.Appears:O} {order.Limit:O} {order.Ships:O} {order.Cancels:O} {string.Join('|', order.Lines.Select(line => line.Product.OfferId + line.Quantity))}";
}
