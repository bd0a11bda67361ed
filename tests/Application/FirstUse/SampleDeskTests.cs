using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.Alerts;
using ShipBy.Application.Batches;
using ShipBy.Application.Desk;
using ShipBy.Application.Doorbell;
using ShipBy.Application.FirstUse;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Preparing;
using ShipBy.Application.Stockroom;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.FirstUse;

public sealed class SampleDeskTests
{
    private readonly World _world = new() { HasNoShop = true, WatchesItself = true };

    [Fact]
    public async Task Filled_TheDeskShowsADozenOrders_OfEveryRisk_WithStockAndAPurchase()
    {
        Assert.True(await _world.Of<SampleDesk>().FillAsync("en", default));
        Assert.True(await _world.Of<SampleDesk>().FillAsync("en", default));     // begins anew

        var today = await _world.Desk.TodayAsync(OrderFilter.None, default);
        var stock = await _world.Of<LookAtStock>().RunAsync(SampleShop.Pool, default);
        Assert.True(today.IsSample);
        Assert.Equal((12, 1, 1), (today.Counts.Open, today.Counts.Overdue, today.Counts.OutOfStock));
        Assert.Equal(["S-07"], (await SheetAsync("S-06")).SameRecipient.Select(order => order.Number));
        Assert.True((await SheetAsync("S-06")).MayShip);
        Assert.Equal((6, 20, true), (stock.Lines.Count, stock.Lines.Single(line => line.Sku.Value == "LAMP-2").Incoming, stock.Lines.Single(line => line.Sku.Value == "CANDLE-3").IsLow));
        Assert.All(stock.Lines, line => Assert.True(line.Free >= 0));
    }

    [Fact]
    public async Task NobodyIsAlerted_AndNoTimerLooksAtIt()
    {
        await _world.Of<SampleDesk>().FillAsync("en", default);
        var before = await RowsAsync();

        _world.Clock.Advance(TimeSpan.FromDays(3));
        await _world.Poll.RunAsync(default);
        await _world.Sweep.RunAsync(default);
        await _world.Of<DeliverOutbox>().RunAsync(default);
        foreach (var bell in Enum.GetValues<Bell>())
        {
            await _world.Of<AnswerBell>().RunAsync(bell, SampleShop.Pool, default);
        }

        Assert.Equal(0, _world.Channel.Sends);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task ItShipsInABatch_AndNothingWaitsToBeTold()
    {
        await _world.Of<SampleDesk>().FillAsync("en", default);
        var (ship, id) = (_world.Of<ShipBatch>(), Guid.NewGuid());
        var wish = new BatchWish { Orders = [Key("S-06"), Key("S-07"), Key("S-02"), Key("S-10"), Key("S-11")], FirstNumber = "100", Rule = Domain.Shipping.Numbers.NumberRule.Counter };

        var plan = await _world.Of<PlanBatch>().RunAsync(wish, default);
        await ship.StartAsync(id, wish, plan, "Anna", default);
        var view = await _world.Of<LookAtBatch>().RunAsync((await ship.CarryOnAsync(id, default))!, default);

        Assert.Equal(2, plan.Plan.Parcels.Count);       // two to the same person
        Assert.Equal([LeftOutReason.RefundOpen, LeftOutReason.NoStock], plan.Plan.LeftOut.Select(left => left.Reason));
        Assert.All(view.Lines, line => Assert.Equal(BatchProgress.Done, line.Progress));
        Assert.Empty(await _world.Ledger.RangeAsync(SampleShop.Pool, KeyRange.AllInstructions, 10, default));
    }

    /// <summary>The process dies at every call of the ledger in turn, before or after it took effect; the next press goes on.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RemovedWithAllThatWasDone_WhereverItWasBrokenOff(bool takesEffect)
    {
        var sample = _world.Of<SampleDesk>();
        await sample.FillAsync("en", default);
        await ManyTracesAsync();
        var others = await _world.Of<SavedViews>().SaveAsync(new SavedView("mine", "q=1"), default);

        var deaths = 0;
        for (var calls = 1; await sample.IsThereAsync(default); calls++)
        {
            Assert.True(calls < 100);
            var dying = _world.InstanceOn(new DyingLedger(_world.Ledger, calls, takesEffect)).GetRequiredService<SampleDesk>();
            deaths += await Record.ExceptionAsync(() => dying.RemoveAsync(default)) is null ? 0 : 1;
        }

        Assert.True(deaths > 1);
        Assert.True(await sample.RemoveAsync(default));
        Assert.Empty(await RowsAsync());
        Assert.Empty(await _world.Of<ShipBatch>().AllAsync(default));
        Assert.Null(await _world.Of<Checklists>().OfAsync(SampleShop.Name, default));
        Assert.Equal((true, 1), (others, (await _world.Of<SavedViews>().AllAsync(default)).Count));
    }

    [Fact]
    public async Task ADeskWithShops_IsNotFilled_ShowsNothingOfIt_AndIsRidOfWhatWasLeft()
    {
        await _world.Of<SampleDesk>().FillAsync("en", default);
        var app = new World().InstanceOn(_world.Ledger);
        var withShop = app.GetRequiredService<SampleDesk>();

        Assert.False(await withShop.FillAsync("en", default));
        Assert.Equal(0, (await app.GetRequiredService<IDesk>().TodayAsync(OrderFilter.None, default)).Counts.Open);
        Assert.True(await withShop.IsThereAsync(default));
        Assert.True(await withShop.RemoveAsync(default));
        Assert.False(await withShop.IsThereAsync(default));
    }

    /// <summary>What a person leaves behind who tries everything: more rows than one commit takes away.</summary>
    private async Task ManyTracesAsync()
    {
        await ShipAsync();
        await _world.Of<Checklists>().SetAsync(SampleShop.Name, "look\nlook again", default);
        await _world.Of<PrepareOrder>().MarkAsync(Key("S-01"), Domain.Preparing.PreparationStep.Packed, "Anna", default);
        for (var index = 0; index < 150; index++)
        {
            await _world.Of<ChangeCard>().RunAsync(SampleShop.Pool, Sku.Parse($"X-{index}"), one => one == CardField.Zone ? "Z" : null, default);
        }

        async Task ShipAsync()
        {
            var wish = new BatchWish { Orders = [Key("S-02")] };
            await _world.Of<ShipBatch>().StartAsync(Guid.NewGuid(), wish, await _world.Of<PlanBatch>().RunAsync(wish, default), "Anna", default);
        }
    }

    private async Task<OrderSheet> SheetAsync(string number) => (await _world.Of<LookAtOrder>().RunAsync(Key(number), default))!;

    private async Task<IReadOnlyList<string>> RowsAsync() => [.. (await _world.Ledger.RangeAsync(SampleShop.Pool, KeyRange.Everything, 10_000, default)).Select(stored => $"{stored.Row.Key} {stored.Version}")];

    private static OrderKey Key(string number) => new(SampleShop.Name, number);
}
