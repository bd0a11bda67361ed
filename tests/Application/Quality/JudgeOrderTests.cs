using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.Quality;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Quality;

/// <summary>What a person says of an order is kept and counted once, wherever the order is and wherever it is going.</summary>
public sealed class JudgeOrderTests
{
    private static readonly OrderKey Key = new("shop", "P-1");

    private readonly World _world = new();

    [Fact]
    public async Task AnOrderInTheLedger_IsJudgedThere_AndCountsTheSameAfterItLeft()
    {
        await ShipAsync();

        Assert.Equal(ChangeOutcome.Written, await NoteAsync());
        var before = await FigureAsync();
        await LeaveAsync();

        Assert.Equal(FigureValue.Share(1, 1), before);
        Assert.Equal(before, await FigureAsync());
        Assert.Equal([JournalEvent.DefectNoted], (await PastAsync()).Journal.Select(entry => entry.What).TakeLast(1));
        await AssertHistoryAddsUpAsync();
    }

    [Fact]
    public async Task AnOrderInTheHistory_IsJudgedThere_WithItsDayAndItsPlaceAmongTheTroubles()
    {
        await ShipAsync();
        await LeaveAsync();
        Assert.Equal((FigureValue.Share(0, 1), 0), (await FigureAsync(), (await TroublesAsync()).Count));

        Assert.Equal(ChangeOutcome.Written, await NoteAsync());
        Assert.Equal(ChangeOutcome.Written, await Judge.ConfirmCauseAsync(Key, CauseKind.Product, "Anna", "a weak box", default));

        Assert.Equal(FigureValue.Share(1, 1), await FigureAsync());
        Assert.Equal((DefectKinds.Damaged, CauseKind.Product, "Пермский край"), (Assert.Single(await TroublesAsync()).Defects, (await TroublesAsync())[0].Cause!.Kind, (await TroublesAsync())[0].Region));
        Assert.Null((await PastAsync()).Recipient);
        await AssertHistoryAddsUpAsync();

        Assert.Equal(ChangeOutcome.Written, await Judge.TakeDefectBackAsync(Key, DefectKind.Damaged, default));

        Assert.Equal((FigureValue.Share(0, 1), 0), (await FigureAsync(), (await TroublesAsync()).Count));
        await AssertHistoryAddsUpAsync();
    }

    [Fact]
    public async Task NobodyKnowsTheOrder() => Assert.Equal(
        (ChangeOutcome.Unknown, ChangeOutcome.Unknown), (await NoteAsync(), await Judge.RateAsync(new OrderKey("elsewhere", "1"), 5, default)));

    [Fact]
    public async Task SayingItTwice_IsSayingItOnce()
    {
        await ShipAsync();
        await LeaveAsync();

        await NoteAsync();
        var row = await _world.History.FindAsync(Sample.Pool, RowKey.Order(Key), default);
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await NoteAsync();

        Assert.Equal(row!.Version, (await _world.History.FindAsync(Sample.Pool, RowKey.Order(Key), default))!.Version);
    }

    [Fact]
    public async Task AnOrderThatLeavesMeanwhile_IsJudgedWhereItWent()
    {
        await ShipAsync();
        _world.Clock.Advance(TimeSpan.FromHours(13));
        var judge = _world.InstanceOn(new Between(_world.Ledger, MoveAsync)).GetRequiredService<JudgeOrder>();

        Assert.Equal(ChangeOutcome.Written, await judge.NoteDefectAsync(Key, DefectKind.Damaged, "Anna", null, default));

        Assert.Equal((1, FigureValue.Share(1, 1)), ((await PastAsync()).Defects.Count, await FigureAsync()));
        await AssertHistoryAddsUpAsync();
    }

    [Fact]
    public async Task AnOrderThatIsJudgedWhileItLeaves_LeavesWithIt()
    {
        await ShipAsync();
        _world.Clock.Advance(TimeSpan.FromHours(13));
        await _world.InstanceOn(new Between(_world.Ledger, NoteAsync)).GetRequiredService<MoveClosed>().RunAsync(Sample.Pool, default);
        Assert.Single(await _world.OrdersAsync());       // copied before it was judged: it may not go so
        await AssertHistoryAddsUpAsync();

        _world.Clock.Advance(TimeSpan.FromHours(1));
        await MoveAsync();

        Assert.Equal((0, 1, FigureValue.Share(1, 1)), ((await _world.OrdersAsync()).Count, (await PastAsync()).Defects.Count, await FigureAsync()));
        await AssertHistoryAddsUpAsync();
    }

    [Fact]
    public async Task AnOrderThatComesBackMeanwhile_KeepsWhatWasSaid_AndIsCountedOnce()
    {
        await ShipAsync();
        await LeaveAsync();
        var judge = _world.InstanceOn(_world.Ledger, new Between(_world.History, ComeBackAsync)).GetRequiredService<JudgeOrder>();

        Assert.Equal(ChangeOutcome.Written, await judge.NoteDefectAsync(Key, DefectKind.Damaged, "Anna", null, default));
        Assert.True(Assert.Single(await _world.OrdersAsync()).Value.HasLeft);
        Assert.Equal(1, (await FigureAsync()).Population);
        _world.Clock.Advance(TimeSpan.FromHours(1));
        await MoveAsync();

        Assert.Equal(("buyer", 1, 0), ((await PastAsync()).CancelReason, (await PastAsync()).Defects.Count, (await _world.OrdersAsync()).Count));
        Assert.Equal(FigureValue.Share(1, 1), await FigureAsync());
        await AssertHistoryAddsUpAsync();
    }

    [Fact]
    public async Task AnAnswerThatGotLost_WritesNothingTwice()
    {
        await ShipAsync();
        await LeaveAsync();
        var judge = _world.InstanceOn(_world.Ledger, new Forgetful(_world.History)).GetRequiredService<JudgeOrder>();

        Assert.Equal(ChangeOutcome.Written, await judge.NoteDefectAsync(Key, DefectKind.Damaged, "Anna", null, default));

        Assert.Equal((1, FigureValue.Share(1, 1)), ((await PastAsync()).Defects.Count, await FigureAsync()));
        await AssertHistoryAddsUpAsync();
    }

    [Fact]
    public async Task TwoAtOnce_AreBothHeard()
    {
        await ShipAsync();
        await LeaveAsync();
        var other = _world.InstanceOn(_world.Ledger, new Between(_world.History, () => Judge.RateAsync(Key, 1, default))).GetRequiredService<JudgeOrder>();

        await other.NoteDefectAsync(Key, DefectKind.Damaged, "Anna", null, default);

        Assert.Equal(DefectKinds.Damaged | DefectKinds.BadReview, Assert.Single(await TroublesAsync()).Defects);
        await AssertHistoryAddsUpAsync();
    }

    [Fact]
    public async Task ACopyOfAnOlderVersion_WasNeverCounted_AndIsCountedOnceItIsTouched()
    {
        await ShipAsync();
        await LeaveAsync();
        var order = (await _world.History.FindAsync(Sample.Pool, RowKey.Order(Key), default))!;
        foreach (var row in await _world.History.RangeAsync(Sample.Pool, KeyRange.TotalsSince(new LocalDate(2026, 3, 1)), 10, default))
        {
            await _world.History.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Replace((TotalsRow)row.Row with { Quality = null }, row.Version)), default);
        }

        await _world.History.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Replace(new OrderRow(order.Order() with { HasLeft = false }), order.Version)), default);
        Assert.Equal(FigureValue.NotAvailable, await FigureAsync());

        await NoteAsync();

        Assert.Equal(FigureValue.Share(1, 1), await FigureAsync());
        Assert.Equal(1, ((TotalsRow)(await _world.History.FindAsync(Sample.Pool, RowKey.Totals(new LocalDate(2026, 3, 2)), default))!.Row).Totals.Shipped);
        await AssertHistoryAddsUpAsync();
    }

    private JudgeOrder Judge => _world.Of<JudgeOrder>();

    private Task<ChangeOutcome> NoteAsync() => Judge.NoteDefectAsync(Key, DefectKind.Damaged, "Anna", null, default);

    private static Posting Posting => Sample.Posting with { Key = Key, Recipient = new Recipient { Name = "Анна Бойко", Region = "Пермский край", Address = "ул. Мира, 1" } };

    private async Task ShipAsync()
    {
        _world.Marketplace.Show(Posting);
        await _world.RoundAsync();
        _world.Clock.Advance(TimeSpan.FromHours(3));
        _world.Marketplace.Show(Posting with { Status = PostingStatus.HandedOver, RawStatus = "delivering" });
        await _world.RoundAsync();
    }

    private Task LeaveAsync()
    {
        _world.Clock.Advance(TimeSpan.FromHours(13));
        return MoveAsync();
    }

    private Task MoveAsync() => _world.Of<MoveClosed>().RunAsync(Sample.Pool, default);

    private Task ComeBackAsync()
    {
        _world.Marketplace.Show(Posting with { Status = PostingStatus.Cancelled, RawStatus = "cancelled", CancelReason = "buyer" });
        return _world.RoundAsync();
    }

    private async Task<Order> PastAsync() => Assert.Single(await _world.Of<PastOrders>().AllAsync(Sample.Pool, default)).Order();

    private async Task<FigureValue> FigureAsync() => FigureValue.Of(FigureName.DefectRate, (await _world.Of<LookAtQuality>().RunAsync(default)).BookOf("shop").Between(new LocalDate(2026, 1, 1), new LocalDate(2026, 4, 1)));

    private Task<IReadOnlyList<TroubledOrder>> TroublesAsync() => _world.Of<LookAtQuality>().TroublesAsync(Sample.Pool, new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 2), default);

    /// <summary>What the days of the history count is what its orders are.</summary>
    private async Task AssertHistoryAddsUpAsync()
    {
        var rows = (await _world.History.RangeAsync(Sample.Pool, new KeyRange("", "~"), int.MaxValue, default)).Select(stored => stored.Row).ToList();
        var orders = rows.OfType<OrderRow>().Select(row => row.Order).ToList();

        Assert.Equal(QualityTally.Sum(orders.SelectMany(order => QualityPolicy.Of(order, DateTimeZone.Utc, order.ClosedAt!.Value).Values)), QualityTally.Sum(rows.OfType<TotalsRow>().SelectMany(row => row.Quality ?? []).Select(shop => shop.Tally)));
        Assert.Equal(orders.Select(order => TroubledOrder.Of(order, order.ClosedAt!.Value)).OfType<TroubledOrder>().Select(order => order.Defects), rows.OfType<TroubleRow>().Select(row => row.Order.Defects));
    }
}
