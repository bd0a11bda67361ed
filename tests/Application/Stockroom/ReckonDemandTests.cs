using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Stockroom;

/// <summary>Sample orders are of noon in UTC, and two mugs each.</summary>
public sealed class ReckonDemandTests
{
    private readonly World _world = new(options => options.TimeZone = "UTC");

    [Fact]
    public async Task UnitsAreCounted_ByTheDaysOnWhichTheyWereOrdered_InLedgerAndHistory_EachOrderOnce()
    {
        await PutAsync(_world.Ledger, Ordered("today", 0), Ordered("a", 1), Ordered("leaving", 2));
        await PutAsync(_world.History, Ordered("leaving", 2), Ordered("b", 2), Ordered("c", 4) with { Lines = [Sample.TwoMugs with { Quantity = 5 }] }, Ordered("d", 3) with { State = OrderState.Cancelled });

        var demand = await RunAsync();

        Assert.Equal(4, demand.Days);
        Assert.Equal([2, 4, 0, 5], demand.Units[Sample.Mug]);
    }

    [Theory]
    [InlineData(90, 90, true)]
    [InlineData(91, 90, false)]
    public async Task OlderOrders_SayOnlyThatAllDaysAreKnown(int ago, int days, bool counts)
    {
        await PutAsync(_world.History, Ordered("a", ago));

        var demand = await RunAsync();

        Assert.Equal((days, counts), (demand.Days, demand.Units.ContainsKey(Sample.Mug)));
    }

    [Fact]
    public async Task ManyPages_AreAllRead_AndPartsOfBundlesAreWhatTheyAre()
    {
        var cup = Sku.Parse("CUP-1");
        var set = Sample.TwoMugs with { Sku = Sku.Parse("SET"), Content = new BundleContent([new BundlePart(Sample.Mug, 1), new BundlePart(cup, 3)]) };
        await PutAsync(_world.History, [.. Enumerable.Range(0, 2_050).Select(i => Ordered($"o{i}", 1) with { Lines = [set] })]);

        var demand = await RunAsync();

        Assert.Equal((4_100, 12_300, false), (demand.Units[Sample.Mug][0], demand.Units[cup][0], demand.Units.ContainsKey(set.Sku)));
    }

    [Fact]
    public async Task NothingKnown_IsNoDays() => Assert.Equal((0, 0), await RunAsync() is var demand ? (demand.Days, demand.Units.Count) : default);

    [Fact]
    public async Task TheAnswerIsKept_ForHours()
    {
        await PutAsync(_world.History, Ordered("a", 1));
        await RunAsync();
        await PutAsync(_world.History, Ordered("b", 1));

        Assert.Equal(2, (await RunAsync()).Units[Sample.Mug][0]);
        _world.Clock.Advance(TimeSpan.FromHours(6));
        Assert.Equal(4, (await RunAsync()).Units[Sample.Mug][0]);
    }

    private Task<Demand> RunAsync() => _world.Of<ReckonDemand>().RunAsync(Sample.Pool, default);

    private static Order Ordered(string number, int daysAgo) => Sample.Order with { Key = Sample.Order.Key with { Number = number }, OrderedAt = Sample.Noon - Duration.FromDays(daysAgo), State = OrderState.Shipped, ShippedAt = Sample.Noon };

    private static async Task PutAsync(InMemoryLedger ledger, params Order[] orders)
    {
        foreach (var some in orders.Chunk(100))
        {
            await ledger.TryCommitAsync(Sample.Pool, new CommitSet().With([.. some.Select(order => new RowChange.Insert(new OrderRow(order)))]), default);
        }
    }
}
