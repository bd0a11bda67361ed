using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Reconciling;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Reconciling;

public sealed class ReconcilePolicyTests
{
    private static readonly Order Held = Sample.Order with { State = OrderState.Held, HeldAt = Sample.Noon };
    private static readonly Order OutOfStock = Sample.Order with { State = OrderState.OutOfStock, MissingUnits = 2 };
    private static readonly Order Shipped = Sample.Order with { State = OrderState.Shipped, LookAt = null };

    [Theory]
    [InlineData(5, 0, "", "")]
    [InlineData(5, 2, "2", "")]
    [InlineData(5, 3, "2", "HeldDiffers")]
    [InlineData(5, 1, "2", "HeldDiffers")]
    [InlineData(5, 2, "", "HeldDiffers")]
    [InlineData(5, 5, "2 3", "")]
    [InlineData(5, 5, "2 2+1", "")]                     // two lines of one product are summed
    [InlineData(5, 4, "2 2+1", "HeldDiffers")]
    [InlineData(4, 5, "2 3", "Oversold")]
    [InlineData(5, 6, "2 3", "HeldDiffers")]            // written wrong, and not oversold once it is counted
    [InlineData(4, 4, "2 3", "HeldDiffers Oversold")]   // looked well, and was not
    [InlineData(0, 0, "", "")]
    [InlineData(-1, 0, "", "Oversold")]                 // shipped by hand, and never held
    public void Stock_IsCountedFromWhatIsHeld(int onHand, int held, string orders, string expected)
    {
        var holding = orders.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select((lines, i) => Numbered(Held, i) with { Lines = [.. lines.Split('+').Select(units => Sample.TwoMugs with { Quantity = int.Parse(units, null) })] });

        var findings = ReconcilePolicy.Decide(Reading(holding, stock: [new StockItem(Sample.Mug, onHand, held)]));

        Assert.Equal(expected, Names(findings));
    }

    [Theory]
    [InlineData(OrderState.Pending)]
    [InlineData(OrderState.OutOfStock)]
    [InlineData(OrderState.Shipped)]
    [InlineData(OrderState.Cancelled)]
    [InlineData(OrderState.SetAside)]
    public void OtherStates_HoldNothing(OrderState state)
    {
        var order = Sample.Order with { State = state };

        Assert.Equal("", Names(ReconcilePolicy.Decide(Reading([order], stock: []))));
        Assert.Equal("HeldDiffers", Names(ReconcilePolicy.Decide(Reading([order], stock: [new StockItem(Sample.Mug, 5, 2)]))));
    }

    [Fact]
    public void AProductWithoutARow_GetsOne_InWhichNothingIsFree()
    {
        var finding = Assert.Single(ReconcilePolicy.Decide(Reading([Held, Numbered(Held, 1)], stock: [])));

        Assert.Equal(new Drift.NoStockRow(Sample.Mug, 4), finding.Drift);
        Assert.Equal([new RowChange.Insert(new StockRow(new StockItem(Sample.Mug, 4, 4)))], finding.Repair);
    }

    [Fact]
    public void Oversold_CannotBeRepaired_AndNamesWhoeverOrderedLast_AsFewAsAreEnough()
    {
        var orders = Enumerable.Range(0, 4).Select(i => Numbered(Held, i) with { OrderedAt = Sample.Noon + Duration.FromMinutes(i) });

        var finding = Assert.Single(ReconcilePolicy.Decide(Reading(orders, stock: [new StockItem(Sample.Mug, 5, 8)])));

        Assert.False(finding.IsRepairable);
        Assert.Equal(["P-3", "P-2"], ((Drift.Oversold)finding.Drift).LastServed.Select(order => order.Number));
    }

    public static TheoryData<string, string, string> Indexes => new()
    {
        { "pending", "due waiting", "" },
        { "pending", "waiting", "Missing" },
        { "pending", "due", "Missing" },
        { "pending", "", "Missing Missing" },
        { "pending", "due-later waiting", "Misplaced" },
        { "pending", "due due-later waiting", "LeftOver" },
        { "pending", "due waiting-short", "Misplaced" },
        { "pending", "due waiting waiting-short", "LeftOver" },
        { "pending", "due waiting-other", "Differs" },
        { "short", "due waiting-short", "" },
        { "short", "due waiting", "Misplaced" },
        { "held", "due", "" },
        { "held", "due waiting", "LeftOver" },
        { "held", "due-later waiting", "LeftOver Misplaced" },
        { "shipped", "", "" },
        { "shipped", "due", "LeftOver" },
        { "gone", "due waiting", "LeftOver LeftOver" },
    };

    [Theory]
    [MemberData(nameof(Indexes))]
    public void IndexRows_AreThoseThatTheOrderAsksFor(string order, string rows, string expected)
    {
        Order[] orders = order switch
        {
            "pending" => [Sample.Order],
            "short" => [OutOfStock],
            "held" => [Held],
            "shipped" => [Shipped],
            _ => [],
        };
        var written = rows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(row => (LedgerRow)(row switch
        {
            "due" => new DueRow(Sample.Order.LookAt!.Value, Sample.Order.Key),
            "due-later" => new DueRow(Sample.Order.LookAt!.Value + Duration.FromTicks(1), Sample.Order.Key),
            "waiting" => new WaitingRow(Copy(Sample.Order)),
            "waiting-short" => new WaitingRow(Copy(OutOfStock)),
            "waiting-other" => new WaitingRow(Sample.Order with { Lines = [Sample.TwoMugs with { Quantity = 3 }] }),
            _ => throw new ArgumentOutOfRangeException(nameof(rows)),
        }));

        var findings = ReconcilePolicy.Decide(Reading(orders, stock: [new StockItem(Sample.Mug, 9, orders.Any(one => one.HoldsStock) ? 2 : 0)], [.. written]));

        Assert.Equal(expected, Names(findings));
        Assert.All(findings, finding => Assert.True(finding.IsRepairable));
    }

    [Fact]
    public void AnOrderThatCameOrChangedDuringTheReading_IsNotHeldAgainstItsRows_ButItsHoldCounts()
    {
        var (came, changed) = (Sample.Order, Numbered(Held, 1));
        Stored[] before = [new Stored(new OrderRow(changed), "an older version")];

        var both = new PoolReading(before, [], [], Stored([new StockRow(new StockItem(Sample.Mug, 5, 0))]), Stored([new OrderRow(came), new OrderRow(changed)]));
        var onlyNew = new PoolReading([], [], [], [], Stored([new OrderRow(came)]));

        Assert.Equal(("HeldDiffers", true), (Names(ReconcilePolicy.Decide(both)), both.IsBlurred));
        Assert.Equal(("", false), (Names(ReconcilePolicy.Decide(onlyNew)), onlyNew.IsBlurred));
    }

    private static Order Numbered(Order order, int number) => order with { Key = order.Key with { Number = $"P-{number}" } };

    /// <summary>As it comes from a store: equal, and made of other lists.</summary>
    private static Order Copy(Order order) => order with { Lines = [.. order.Lines.Select(line => line with { })] };

    private static string Names(IEnumerable<Finding> findings) => string.Join(' ', findings.Select(finding => finding.Drift.GetType().Name).Order(StringComparer.Ordinal));

    private static PoolReading Reading(IEnumerable<Order> orders, IReadOnlyList<StockItem> stock, IReadOnlyList<LedgerRow>? index = null)
    {
        var read = orders.ToList();
        index ??= [.. read.SelectMany(OrderWrite.Rows).Where(row => row is not OrderRow)];
        return new PoolReading(
            Stored(read.Select(order => new OrderRow(order))),
            Stored(index.Where(row => row is DueRow)),
            Stored(index.Where(row => row is WaitingRow)),
            Stored(stock.Select(item => new StockRow(item))),
            Stored(read.Select(order => new OrderRow(Copy(order)))));
    }

    private static IReadOnlyList<Stored> Stored(IEnumerable<LedgerRow> rows) => [.. rows.Select(row => new Stored(row, "1"))];
}
