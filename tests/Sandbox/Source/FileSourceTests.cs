using ShipBy.Sandbox.Source;
using ShipBy.Sandbox.Source.RealOrders;
using ShipBy.Sandbox.Tests.Kit;

namespace ShipBy.Sandbox.Tests.Source;

/// <summary>14 days in 336 s: an hour of the file is a second of the run, and a Monday at ten is second 10.</summary>
public sealed class FileSourceTests
{
    [Theory]
    [InlineData("2018-01-01 10:00:00", 10)]          // Monday
    [InlineData("2018-01-08 10:00:00", 10)]          // any other Monday
    [InlineData("2018-01-01 00:00:00", 0)]           // the first moment of the week
    [InlineData("2017-12-31 23:59:59", 167.999)]     // the last one; whole milliseconds
    [InlineData("2018-01-03 00:30:00", 48.5)]
    public void Plan_FoldsTheArrivalOntoOneWeek(string approved, double second)
    {
        var order = Assert.Single(Plan(OrderRows.Row("o", approved: approved, limit: "2018-02-01 00:00:00")));

        Assert.Equal(TestRun.Start.AddSeconds(second), order.Appears, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void Plan_KeepsTheIntervalsOfAnOrder_AcrossTheEndOfTheWeek()
    {
        var order = Assert.Single(Plan(OrderRows.Row("o", status: "delivered", purchased: "2018-01-01 00:00:00", approved: "2018-01-07 22:00:00",
            limit: "2018-01-10 22:00:00", carrier: "2018-01-08 22:00:00", customer: "2018-01-09 22:00:00")));

        Assert.Equal(TestRun.Start.AddSeconds(166), order.Appears);
        Assert.Equal(TestRun.Start.AddSeconds(166 + 72), order.Limit);
        Assert.Equal(TestRun.Start.AddSeconds(166 + 24), order.Ships);
        Assert.Equal(TimeSpan.FromSeconds(24), order.OnItsWay);
        Assert.False(order.Late);
    }

    [Fact]
    public void Plan_TakesThePurchase_WhenNothingWasApproved() =>
        Assert.Equal(TestRun.Start.AddSeconds(9), Assert.Single(Plan(OrderRows.Row("o", approved: ""))).Appears);

    [Theory]
    [InlineData("2018-01-03 10:00:00", false)]      // the limit itself is on time
    [InlineData("2018-01-03 10:00:01", true)]
    public void Plan_CallsAnOrderLate_ByTheFilesOwnTimes(string carrier, bool late) =>
        Assert.Equal(late, Assert.Single(Plan(OrderRows.Row("o", status: "shipped", carrier: carrier))).Late);

    [Fact]
    public void Plan_CancelsBetweenApprovalAndLimit_WhenTheCarrierNeverHadIt()
    {
        var orders = Plan(Enumerable.Range(0, 50).Select(n => OrderRows.Row($"o{n}", status: "canceled")).ToArray());

        Assert.All(orders, order => Assert.InRange(order.Cancels!.Value, order.Appears, order.Limit));
        Assert.True(orders.Select(order => order.Cancels).Distinct().Count() > 40);
        Assert.Equal(orders.Select(order => order.Cancels), Plan(Enumerable.Range(0, 50).Select(n => OrderRows.Row($"o{n}", status: "canceled")).ToArray()).Select(order => order.Cancels));
    }

    [Fact]
    public void Plan_CancelsAtOnce_WhenTheLimitIsPastOnArrival()
    {
        var order = Assert.Single(Plan(OrderRows.Row("o", status: "canceled", limit: "2018-01-01 09:30:00")));

        Assert.Equal(order.Appears, order.Cancels);
    }

    [Fact]
    public void Plan_ShipsFirst_WhenACanceledOrderHadACarrierDate()
    {
        var order = Assert.Single(Plan(OrderRows.Row("o", status: "canceled", carrier: "2018-01-02 10:00:00")));

        Assert.Null(order.Cancels);
        Assert.NotNull(order.Ships);
        Assert.NotNull(order.CancelledAfterShip);
    }

    [Theory]
    [InlineData("delivered", null)]
    [InlineData("unavailable", null)]
    [InlineData("canceled", null)]
    [InlineData("teleported", "teleported")]
    [InlineData("", "")]
    public void Plan_ServesAnUnknownStatusAsItIs(string status, string? served) =>
        Assert.Equal(served, Assert.Single(Plan(OrderRows.Row("o", status: status))).OddStatus);

    [Fact]
    public void Products_HaveTheDemandOfTheFile_AndOddQuantitiesAreNone()
    {
        using var folder = new TestFolder();
        var source = Source(folder, 1m, OrderRows.Row("a", items: "p1 x 2|p2 x 1"), OrderRows.Row("b", items: "p1 x 3|p3 x 0|p2 x -1"));

        Assert.Equal([("p1", 5L), ("p2", 1L), ("p3", 0L)], source.Products.Select(product => (product.OfferId, product.StockAtStart!.Value)));
    }

    [Fact]
    public void ARecipient_IsWhomTheSellerBringsItTo()
    {
        using var folder = new TestFolder();
        var file = folder.File("orders.csv");
        File.WriteAllLines(file, [$"{OrderRows.Header},recipient", $"{OrderRows.Row("a")},Anna", $"{OrderRows.Row("b")},"]);

        var orders = new FileSource(OrdersFile.Read(file), new SandboxOptions { DataFolder = "" }, TestRun.Start, TimeSpan.FromSeconds(336)).UpTo(TestRun.Start);

        Assert.Equal([("a-s1", true, "Anna"), ("b-s1", false, null)], orders.Select(order => (order.Number, order.IsRfbs, order.Recipient)));
    }

    [Fact]
    public void Sample_IsReadWhole_WhenItIsThere()
    {
        var file = OrdersFile.Read(SharedFile.OrSkip("data/olist/orders-sample.csv.gz"));
        var source = new FileSource(file, new SandboxOptions { DataFolder = "", StockFactor = 0.9m }, TestRun.Start, TimeSpan.FromSeconds(420));
        var orders = source.UpTo(TestRun.Start);

        Assert.Equal((881, 0, 553), (orders.Count, source.Unreadable.Count, source.Products.Count));
        Assert.All(orders, order => Assert.InRange(order.Appears, TestRun.Start, TestRun.Start.AddSeconds(210)));
        Assert.Equal(69, orders.Count(order => order.Late));
        Assert.Equal((19, 9), (orders.Count(order => order.Cancels is not null), orders.Count(order => order.CancelledAfterShip is not null)));
        var demand = orders.Sum(order => order.Lines.Sum(line => (long)line.Quantity));
        Assert.Equal((long)Math.Floor(demand * 0.9m), source.Products.Sum(product => product.StockAtStart));
    }

    private static IReadOnlyList<PlannedOrder> Plan(params string[] rows)
    {
        using var folder = new TestFolder();
        return Source(folder, 1m, rows).UpTo(TestRun.Start);
    }

    private static FileSource Source(TestFolder folder, decimal share, params string[] rows) =>
        new(OrdersFile.Read(OrderRows.Write(folder, rows)), new SandboxOptions { DataFolder = "", StockFactor = share }, TestRun.Start, TimeSpan.FromSeconds(336));
}
