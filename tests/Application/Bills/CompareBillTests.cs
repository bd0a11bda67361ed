using NodaTime;
using ShipBy.Application.Bills;
using ShipBy.Application.Carriers;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Bills;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Bills;

/// <summary>Bills and records read the history by the time of the hand-over, without reading all of it.</summary>
public sealed class CompareBillTests
{
    private readonly World _world = new();

    [Fact]
    public async Task NumbersAreFound_InOpenOrdersAndInTheHistory_AndInNoOtherPlace()
    {
        await ShipAsync("P-1", "A1");
        await LeaveAsync();
        await ShipAsync("P-2", "A2");
        await ShipAsync("P-3", "A3");
        _world.Marketplace.Show(Posting("P-4"));
        await _world.RoundAsync();

        var compared = await _world.Of<CompareBill>().RunAsync([Sample.Pool], "СДЭК", [Line(1, "A1"), Line(2, "A2"), Line(3, "A9")], null, default);

        Assert.Equal([(BillFlaw.NeverShipped, "A9")], compared.Findings.Select(finding => (finding.Flaw, finding.Number)));
        Assert.DoesNotContain("P-1", (await _world.OrdersAsync()).Keys);
        Assert.False(compared.IsCut);
        var later = await _world.Of<CompareBill>().RunAsync([Sample.Pool], "СДЭК", [Line(1, "A1"), Line(2, "A2")], new Interval(_world.Now - Duration.FromDays(2), _world.Now + Duration.FromDays(1)), default);
        Assert.Equal([(BillFlaw.NotBilled, "A3")], later.Findings.Select(finding => (finding.Flaw, finding.Number)));
    }

    [Theory]
    [InlineData(99, true)]
    [InlineData(101, false)]
    public async Task ABill_LooksBackForAWhile(int days, bool isFound)
    {
        await ShipAsync("P-1", "A1");
        await LeaveAsync();
        _world.Clock.Advance(TimeSpan.FromDays(days) - TimeSpan.FromHours(13));

        Assert.Equal(isFound, (await _world.Of<CompareBill>().RunAsync([Sample.Pool], "СДЭК", [Line(1, "A1")], null, default)).Findings.Count == 0);
    }

    [Theory]
    [InlineData(30, 1)]
    [InlineData(31, 0)]
    public async Task ARecord_CountsTheHistoryOfThirtyDays(int days, int counted)
    {
        await _world.Of<CarrierTable>().SaveAsync(new CarrierTariff { Id = Guid.NewGuid(), Name = "СДЭК" }, isNew: true, default);
        await ShipAsync("P-1", "A1");
        await LeaveAsync();
        _world.Clock.Advance(TimeSpan.FromDays(days) - TimeSpan.FromHours(13));

        Assert.Equal(counted, (await _world.Of<LookAtCarriers>().RunAsync(default)).Tariffs.Single().Record.InTime);
    }

    [Fact]
    public async Task AnOrderThatComesBack_AndLeavesAgain_StandsOnce_WithItsNewHandOver()
    {
        await ShipAsync("P-1", "A1");
        await LeaveAsync();
        var first = Assert.Single(await SentAsync());
        await _world.Of<CopyToHistory>().RunAsync(Sample.Pool, [new Stored(new OrderRow(Order("P-1") with { ShippedAt = first.HandedOverAt + Duration.FromHours(1) }), "1")], default);
        Assert.Equal(first.HandedOverAt + Duration.FromHours(1), Assert.Single(await SentAsync()).HandedOverAt);

        await _world.Of<CopyToHistory>().RunAsync(Sample.Pool, [new Stored(new OrderRow(Order("P-1") with { State = OrderState.Cancelled, ShippedAt = null, CancelledAt = first.HandedOverAt }), "1")], default);
        Assert.Empty(await SentAsync());

        Order Order(string number) => Sample.Order with { Key = new OrderKey("shop", number), State = OrderState.Shipped, Carrier = "СДЭК", TrackingNumber = "A1" };
    }

    private async Task<IReadOnlyList<SentParcel>> SentAsync() =>
        [.. (await _world.History.RangeAsync(Sample.Pool, KeyRange.SentIn(new Interval(Sample.Noon - Duration.FromDays(1), null)), 100, default)).Select(stored => ((SentRow)stored.Row).Parcel)];

    private async Task ShipAsync(string number, string tracking)
    {
        _world.Marketplace.Show(Posting(number));
        await _world.RoundAsync();
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        _world.Marketplace.Show(Posting(number) with { Status = PostingStatus.HandedOver, TrackingNumber = tracking, Carrier = "СДЭК" });
        await _world.RoundAsync();
    }

    private async Task LeaveAsync()
    {
        _world.Clock.Advance(TimeSpan.FromHours(13));
        await _world.Of<MoveClosed>().RunAsync(Sample.Pool, default);
    }

    private static BillLine Line(int line, string number) => new(line, number, BillCharge.Delivery, new Money(100, "RUB"), null);

    private static Posting Posting(string number) => Sample.Posting with { Key = new OrderKey("shop", number) };
}
