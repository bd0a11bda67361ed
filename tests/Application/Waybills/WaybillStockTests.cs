using ShipBy.Application.Batches;
using ShipBy.Application.Carriers;
using ShipBy.Application.Waybills;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping.Numbers;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Waybills;

public sealed class WaybillStockTests
{
    private static readonly Guid Id = Guid.Parse("6f9619ff-8b86-4d01-b42d-00cf4fc964ff");

    private readonly World _world = new();

    private WaybillStock Stock => _world.Of<WaybillStock>();

    [Fact]
    public async Task Numbers_AreAddedOnce_HoweverTheyComeAgain()
    {
        Assert.Equal(new WaybillAddition(3, 0), await Stock.AddListAsync("EMS", ["A-1", " a2 ", "A3", "A3", ""], "Anna", default));
        Assert.Equal(new WaybillAddition(1, 2), await Stock.AddListAsync("other", ["A2", "A3", "A4"], "Anna", default));
        Assert.Equal(new WaybillAddition(4, 0), await Stock.AddRunAsync("EMS", "100", NumberRule.Counter, 1, 4, "Anna", default));
        Assert.Equal(new WaybillAddition(0, 4), await Stock.AddRunAsync("EMS", "100", NumberRule.Counter, 1, 4, "Anna", default));
        Assert.Equal(new WaybillAddition(0, 4), await Stock.AddRunAsync("EMS", "103", NumberRule.Counter, -1, 4, "Anna", default));
        Assert.Equal(new WaybillAddition(0, 0, SeriesFlaw.Used, "103"), await Stock.AddRunAsync("EMS", "103", NumberRule.Counter, 1, 4, "Anna", default));

        Assert.Equal([("EMS", 7), ("other", 1)], (await Stock.AllAsync(default)).Select(carrier => (carrier.Carrier, carrier.Left)));
    }

    [Theory]
    [InlineData("EE473124828CN", NumberRule.S10, 3, SeriesFlaw.CheckDigit)]
    [InlineData("A", NumberRule.Counter, 3, SeriesFlaw.Shape)]
    [InlineData("98", NumberRule.Counter, 3, SeriesFlaw.RunsOut)]
    [InlineData("100000", NumberRule.Counter, 0, SeriesFlaw.RunsOut)]
    [InlineData("100000", NumberRule.Counter, 20_000, null)]
    [InlineData("100000", NumberRule.Counter, 20_001, SeriesFlaw.RunsOut)]
    [InlineData("1", NumberRule.FromTheCarrier, 1, SeriesFlaw.FromTheCarrier)]
    public async Task ARun_HasToFollowItsRule(string first, NumberRule rule, int count, SeriesFlaw? flaw) =>
        Assert.Equal(flaw, (await Stock.AddRunAsync("EMS", first, rule, 1, count, "Anna", default)).Flaw);

    [Fact]
    public async Task AList_OfTheMostNumbers_FitsIntoOneCommit_AndOddOnesAreRefused()
    {
        Assert.Equal(SeriesFlaw.Shape, (await Stock.AddListAsync("EMS", ["A1", "номер"], "Anna", default)).Flaw);
        Assert.Equal(SeriesFlaw.Shape, (await Stock.AddListAsync("EMS", [new string('1', 101)], "Anna", default)).Flaw);
        Assert.Equal(SeriesFlaw.Shape, (await Stock.AddListAsync("EMS", [" "], "Anna", default)).Flaw);
        Assert.Equal(SeriesFlaw.RunsOut, (await Stock.AddListAsync("EMS", Enumerable.Range(0, 20_001).Select(number => $"{number}"), "Anna", default)).Flaw);
        Assert.Equal(20_000, (await Stock.AddListAsync("EMS", Enumerable.Range(0, 20_000).Select(number => $"{number:D100}"), "Anna", default)).Added);
    }

    [Fact]
    public async Task ABatch_TakesByAnyNameOfItsCarrier_AndLeavesOutWhatParcelsHaveAlready()
    {
        await _world.Of<CarrierTable>().SaveAsync(new CarrierTariff { Id = Guid.NewGuid(), Name = "СДЭК", Code = "cdek" }, isNew: true, default);
        await Stock.AddListAsync("СДЭК", ["A1", "A2", "A3", "A4"], "Anna", default);
        await Stock.AddListAsync("EMS", ["B1"], "Anna", default);
        await ShowAsync(3);
        await _world.Of<ShipBy.Application.Shipping.InstructOrder>().RunAsync(Key(2), BatchPolicy.AskOf("cdek", "A1", false, "Anna", _world.Now), anyway: false, default);

        var wish = new BatchWish { Orders = [Key(0), Key(1)], Carrier = "cdek", FromStock = true, Typed = new Dictionary<OrderKey, string> { [Key(0)] = "A-4" } };
        Assert.Null(await StartAsync(wish));

        Assert.Equal(["A-4", "A2"], (await _world.Of<ShipBatch>().FindAsync(Id, default))!.Items.Select(item => item.TrackingNumber));
        Assert.Equal([("EMS", 1), ("СДЭК", 1)], (await Stock.AllAsync(default)).Select(carrier => (carrier.Carrier, carrier.Left)));
        Assert.Equal("A3", (await Stock.AllAsync(default))[1].Lots.Single().Next);
    }

    [Fact]
    public async Task ANumberThatIsTypedForOneOrder_LeavesTheStock_BeforeTheOrderHasIt()
    {
        await Stock.AddListAsync("EMS", ["A1", "A2"], "Anna", default);
        await ShowAsync(1);

        Assert.Null(await _world.Of<ShipBy.Application.Shipping.InstructOrder>().RunAsync(Key(0), BatchPolicy.AskOf("EMS", "a-1", false, "Anna", _world.Now), anyway: false, default));

        Assert.Equal(Domain.Shipping.AskFlaw.Unknown, await _world.Of<ShipBy.Application.Shipping.InstructOrder>().RunAsync(Key(7), BatchPolicy.AskOf("EMS", "A2", false, "Anna", _world.Now), anyway: false, default));
        Assert.Equal((1, "A2"), (await Stock.AllAsync(default)).Single().Lots.Single() is var lot ? (lot.Left, lot.Next) : default);
    }

    [Fact]
    public async Task TooFewNumbers_AreSaid_AndNothingIsTaken()
    {
        await Stock.AddListAsync("EMS", ["A1"], "Anna", default);
        await ShowAsync(2);
        var wish = new BatchWish { Orders = [Key(0), Key(1)], Carrier = "EMS", FromStock = true };

        Assert.Equal(new NumberTrouble(Key(1), SeriesFlaw.StockEmpty, null), (await StartAsync(wish))!.Trouble);

        Assert.Equal(1, Assert.Single(await Stock.AllAsync(default)).Left);
        Assert.Null(await _world.Of<ShipBatch>().FindAsync(Id, default));
    }

    [Theory]
    [InlineData(30, null)]
    [InlineData(31, SeriesFlaw.StockEmpty)]     // in so many lots they do not fit into one commit
    public async Task ManySmallLots_AreTakenInOneCommit(int count, SeriesFlaw? flaw)
    {
        foreach (var number in Enumerable.Range(0, 40))
        {
            await Stock.AddListAsync("EMS", [$"A{number:D2}"], "Anna", default);
            await Stock.AddListAsync("other", [$"B{number:D2}"], "Anna", default);
            _world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await ShowAsync(count);

        var wish = new BatchWish { Orders = [.. Enumerable.Range(0, count).Select(Key)], Carrier = "EMS", FromStock = true };
        Assert.Equal(flaw, (await StartAsync(wish))?.Trouble?.Flaw);

        Assert.Equal([("EMS", flaw is null ? 40 - count : 40), ("other", 40)], (await Stock.AllAsync(default)).Select(carrier => (carrier.Carrier, carrier.Left)));
    }

    [Fact]
    public async Task WhatWasNotUsed_GoesBackOnce_AndIsTakenAgain()
    {
        await Stock.AddListAsync("EMS", ["A1", "A2"], "Anna", default);
        await ShowAsync(2);
        Assert.Null(await StartAsync(new BatchWish { Orders = [Key(0), Key(1)], Carrier = "EMS", FromStock = true }));
        Assert.Equal(0, (await Stock.AllAsync(default)).Sum(carrier => carrier.Left));
        Assert.Equal(0, await _world.Of<GiveNumbersBack>().RunAsync(Id, default));
        _world.Marketplace.Show(Posting(0) with { Status = PostingStatus.Cancelled });
        await _world.RoundAsync();
        await _world.Of<ShipBatch>().CarryOnAsync(Id, default);

        Assert.Equal(1, await _world.Of<GiveNumbersBack>().RunAsync(Id, default));
        Assert.Equal(0, await _world.Of<GiveNumbersBack>().RunAsync(Id, default));

        Assert.Equal("A1", Assert.Single(await Stock.AllAsync(default)).Lots.Single().Next);
        Assert.Null(await _world.Of<GiveNumbersBack>().RunAsync(Guid.NewGuid(), default));
        Assert.Equal(new WaybillAddition(0, 2), await Stock.AddListAsync("EMS", ["A1", "A2"], "Anna", default));
    }

    [Fact]
    public async Task AWithdrawnLot_GivesNothing_AndItsNumbersStayKnown()
    {
        await Stock.AddListAsync("EMS", ["A1", "A2"], "Anna", default);
        var id = (await Stock.AllAsync(default)).Single().Lots.Single().Id;

        Assert.True(await Stock.WithdrawAsync(id, default));
        Assert.True(await Stock.WithdrawAsync(id, default));
        Assert.False(await Stock.WithdrawAsync(Guid.NewGuid(), default));

        Assert.Equal(0, Assert.Single(await Stock.AllAsync(default)).Left);
        Assert.Equal(new WaybillAddition(0, 2), await Stock.AddListAsync("EMS", ["A1", "A2"], "Anna", default));
    }

    [Fact]
    public async Task TwoAdditionsAtOnce_AddEachNumberOnce()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Stock.AddListAsync("EMS", ["A1", "A2"], "Anna", default))));

        Assert.Equal(2, answers.Sum(answer => answer.Added));
        Assert.Equal(2, Assert.Single(await Stock.AllAsync(default)).Left);
    }

    private async Task<BatchPlan?> StartAsync(BatchWish wish) =>
        await _world.Of<StartBatch>().RunAsync(Id, wish, BatchPrint.Of((await _world.Of<PlanBatch>().RunAsync(wish, default)).Plan), "Anna", default);

    private async Task ShowAsync(int count)
    {
        _world.Marketplace.Show(Enumerable.Range(0, count).Select(Posting));
        await _world.RoundAsync();
    }

    private static OrderKey Key(int number) => new("shop", $"P-{number}");

    private static Posting Posting(int number) => Sample.Posting with { Key = Key(number) };
}
