using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Shipping;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Shipping;

/// <summary>One order of one mug is held; the seller wants it shipped under a number.</summary>
public sealed class CarryOutInstructionsTests
{
    private static readonly OrderKey Key = Sample.Posting.Key;

    private readonly World _world = new();

    [Fact]
    public async Task StepAfterStep_EachOnce_UntilAllShows()
    {
        await AskAsync();
        for (var i = 0; i < 4; i++)
        {
            await CarryOutAsync();
            await CarryOutAsync();          // another timer; nothing is due
            await ShowAsync();
        }

        Assert.Equal([ShippingStep.Pack, ShippingStep.Number, ShippingStep.HandOver], _world.Marketplace.Steps.Select(step => step.Step));
        var order = await OrderAsync();
        Assert.Equal((OrderState.Shipped, InstructionState.Done, null), (order.State, order.Instruction!.State, order.Instruction.LookAt));
        Assert.Equal(
            [JournalEvent.Instructed, JournalEvent.MarketplaceTold, JournalEvent.MarketplaceTold, JournalEvent.MarketplaceTold, JournalEvent.InstructionDone],
            order.Journal.Select(entry => entry.What).Where(what => what is JournalEvent.Instructed or JournalEvent.MarketplaceTold or JournalEvent.InstructionDone));
        Assert.Empty(await _world.Ledger.RangeAsync(Sample.Pool, KeyRange.AllInstructions, 10, default));
    }

    [Fact]
    public async Task AnAnswerThatGotLost_IsAskedFor_AndNothingIsSaidTwice()
    {
        await AskAsync();
        _world.Marketplace.LosesAnAnswer = true;
        await CarryOutAsync();
        for (var i = 0; i < 4; i++)
        {
            await ShowAsync();
            await CarryOutAsync();
        }

        Assert.Equal([ShippingStep.Pack, ShippingStep.Number, ShippingStep.HandOver], _world.Marketplace.Steps.Select(step => step.Step));
    }

    [Fact]
    public async Task WhoDiesOverACall_LeavesANote_ThatKeepsOthersFromSayingItBeforeTheEffectCouldShow()
    {
        await AskAsync();
        _world.Marketplace.ShippingIntruder = () => throw new OperationCanceledException("killed");
        await Assert.ThrowsAsync<OperationCanceledException>(CarryOutAsync);
        await CarryOutAsync();
        Assert.Empty(_world.Marketplace.Steps);

        _world.Clock.Advance(_world.Marketplace.ShowsAfter.ToTimeSpan());
        await CarryOutAsync();

        Assert.Equal([(Key.Number, ShippingStep.Pack)], _world.Marketplace.Steps);
    }

    [Fact]
    public async Task OfTwoInstances_OneSaysIt()
    {
        await AskAsync();
        var other = _world.InstanceOn(_world.Ledger).GetRequiredService<CarryOutInstructions>();
        _world.Marketplace.ShippingIntruder = () => other.RunAsync(Sample.Pool, default);
        await CarryOutAsync();

        Assert.Equal([(Key.Number, ShippingStep.Pack)], _world.Marketplace.Steps);
        Assert.Equal(1, _world.Marketplace.Looks);
    }

    [Fact]
    public async Task AReadingInTheMiddleOfTheCall_IsKept_AndTheNextLookFindsWhatCameOfIt()
    {
        await AskAsync();
        _world.Marketplace.ShippingIntruder = async () =>
        {
            _world.Marketplace.Show(Sample.Posting with { Carrier = "another" });
            await _world.Poll.RunAsync(default);
        };
        await CarryOutAsync();
        Assert.Equal("another", (await OrderAsync()).Carrier);

        await ShowAsync();
        await CarryOutAsync();

        Assert.Equal([ShippingStep.Pack, ShippingStep.Number], _world.Marketplace.Steps.Select(step => step.Step));
    }

    [Fact]
    public async Task ARefusal_EndsIt_AndTheSellerIsToldOnce()
    {
        await AskAsync();
        _world.Marketplace.ShippingWords[Key.Number] = "MARKS_MISSING: enter the marks in the cabinet";
        await CarryOutAsync();
        await CarryOutAsync();
        await _world.Send.RunAsync(Sample.Pool, default);

        Assert.Equal(InstructionState.Refused, (await OrderAsync()).Instruction!.State);
        var problem = Assert.Single(_world.Channel.Accepted.SelectMany(mail => mail.Problems));
        Assert.Equal((Key.Number, "MARKS_MISSING: enter the marks in the cabinet"), (problem.Subject, problem.Reason));
    }

    [Fact]
    public async Task WhatWasRefused_MayBeAskedAgain()
    {
        await AskAsync();
        _world.Marketplace.ShippingWords[Key.Number] = "MARKS_MISSING";
        await CarryOutAsync();
        _world.Marketplace.ShippingWords.Clear();

        Assert.Null(await AskAsync());
        await CarryOutAsync();

        Assert.Equal([(Key.Number, ShippingStep.Pack)], _world.Marketplace.Steps);
    }

    [Theory]
    [InlineData("busy", 30)]
    [InlineData("key", 300)]
    [InlineData("silent", 60)]
    public async Task AMarketplaceThatDoesNotAnswer_IsAskedAgainLater(string trouble, int seconds)
    {
        await AskAsync();
        _world.Marketplace.ShippingFailure = trouble switch
        {
            "busy" => new MarketplaceBusyException(TimeSpan.FromSeconds(30)),
            "key" => new MarketplaceUnauthorisedException("expired"),
            _ => new MarketplaceUnreachableException("silence"),
        };
        await CarryOutAsync();
        _world.Marketplace.ShippingFailure = null;
        _world.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        await CarryOutAsync();
        Assert.Empty(_world.Marketplace.Steps);

        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await CarryOutAsync();

        Assert.Equal([(Key.Number, ShippingStep.Pack)], _world.Marketplace.Steps);
    }

    [Fact]
    public async Task WhatTheMarketplaceCancelsFirst_IsNotShipped_AndNobodyIsAskedToLook()
    {
        await AskAsync();
        _world.Marketplace.Show(Sample.Posting with { Status = PostingStatus.Cancelled, RawStatus = "cancelled" });
        await _world.Poll.RunAsync(default);
        await CarryOutAsync();
        await _world.Send.RunAsync(Sample.Pool, default);

        Assert.Equal(InstructionState.Refused, (await OrderAsync()).Instruction!.State);
        Assert.Equal(0, _world.Marketplace.Looks);
        Assert.Empty(_world.Channel.Accepted.SelectMany(mail => mail.Problems));
    }

    [Fact]
    public async Task AnOrderThatOpensAgain_WasToldNothingYet()
    {
        await AskAsync();
        await CarryOutAsync();
        _world.Marketplace.Show(Sample.Posting with { Status = PostingStatus.Cancelled, RawStatus = "cancelled" });
        await _world.Poll.RunAsync(default);
        _world.Marketplace.Show(Sample.Posting);
        await _world.Poll.RunAsync(default);

        Assert.Null((await OrderAsync()).Instruction);
    }

    [Fact]
    public async Task ACancellation_GivesTheUnitsBack_OnceTheMarketplaceShowsIt()
    {
        await HoldAsync();
        await _world.Of<InstructOrder>().RunAsync(Key, new Instruction { Kind = InstructionKind.Cancel, Cancel = new CancelOrder(352), AskedAt = _world.Now, AskedBy = "seller" }, anyway: false, default);
        await CarryOutAsync();
        Assert.Equal(1, (await _world.StockAsync(Sample.Mug)).Held);

        await ShowAsync();

        var order = await OrderAsync();
        Assert.Equal((OrderState.Cancelled, InstructionState.Done, 0), (order.State, order.Instruction!.State, (await _world.StockAsync(Sample.Mug)).Held));
    }

    [Fact]
    public async Task WhatNeverShows_IsGivenUpAfterADay_AndTheSellerIsTold()
    {
        await AskAsync();
        await CarryOutAsync();
        for (var hours = 0; hours < 25; hours++)
        {
            _world.Clock.Advance(TimeSpan.FromHours(1));
            await CarryOutAsync();
        }

        Assert.Equal(InstructionState.Refused, (await OrderAsync()).Instruction!.State);
        Assert.Single(_world.Marketplace.Steps);
    }

    [Fact]
    public async Task AClosedOrder_StaysInTheLedger_UntilItsNumberIsWritten()
    {
        await AskAsync();
        _world.Marketplace.ShippingFailure = new MarketplaceUnreachableException("silence");
        _world.Marketplace.Show(Sample.Posting with { Status = PostingStatus.HandedOver, RawStatus = "delivering" });
        await _world.Poll.RunAsync(default);
        _world.Clock.Advance(_world.Options.KeepClosedFor * 1.5);
        await _world.Of<Application.History.MoveClosed>().RunAsync(Sample.Pool, default);
        Assert.Equal(OrderState.Shipped, (await OrderAsync()).State);

        _world.Marketplace.ShippingFailure = null;
        await CarryOutAsync();

        Assert.Equal([(Key.Number, ShippingStep.Number)], _world.Marketplace.Steps);
    }

    private async Task HoldAsync()
    {
        _world.Marketplace.Show(Sample.Posting with { Lines = [new OrderLine(Sample.Mug, "Mug", 1, null)] });
        await _world.Poll.RunAsync(default);
        await _world.Reserve.RunAsync(Sample.Pool, default);
    }

    private async Task<AskFlaw?> AskAsync()
    {
        await HoldAsync();
        return await _world.Of<InstructOrder>().RunAsync(
            Key,
            new Instruction { Kind = InstructionKind.Ship, Ship = new ShipOrder([], "YTO", "YT1", IsHandedOver: true), AskedAt = _world.Now, AskedBy = "seller" },
            anyway: false,
            default);
    }

    private Task CarryOutAsync() => _world.Of<CarryOutInstructions>().RunAsync(Sample.Pool, default);

    private async Task ShowAsync()
    {
        _world.Clock.Advance(_world.Marketplace.ShowsAfter.ToTimeSpan());
        _world.Marketplace.Settle();
        await _world.Poll.RunAsync(default);
    }

    private Task<Order> OrderAsync() => _world.OrderAsync(Key.Number);
}
