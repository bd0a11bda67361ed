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
public sealed class CarryOutInstructionsTests : OneHeldOrder
{
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

        Assert.Equal([ShippingStep.Pack, ShippingStep.Number, ShippingStep.HandOver], World.Marketplace.Steps.Select(step => step.Step));
        var order = await OrderAsync();
        Assert.Equal((OrderState.Shipped, InstructionState.Done, null), (order.State, order.Instruction!.State, order.Instruction.LookAt));
        Assert.Equal(
            [JournalEvent.Instructed, JournalEvent.MarketplaceTold, JournalEvent.MarketplaceTold, JournalEvent.MarketplaceTold, JournalEvent.InstructionDone],
            order.Journal.Select(entry => entry.What).Where(what => what is JournalEvent.Instructed or JournalEvent.MarketplaceTold or JournalEvent.InstructionDone));
        Assert.Empty(await World.Ledger.RangeAsync(Sample.Pool, KeyRange.AllInstructions, 10, default));
    }

    [Fact]
    public async Task AnAnswerThatGotLost_IsAskedFor_AndNothingIsSaidTwice()
    {
        await AskAsync();
        World.Marketplace.LosesAnAnswer = true;
        await CarryOutAsync();
        for (var i = 0; i < 4; i++)
        {
            await ShowAsync();
            await CarryOutAsync();
        }

        Assert.Equal([ShippingStep.Pack, ShippingStep.Number, ShippingStep.HandOver], World.Marketplace.Steps.Select(step => step.Step));
    }

    [Fact]
    public async Task WhoDiesOverACall_LeavesANote_ThatKeepsOthersFromSayingItBeforeTheEffectCouldShow()
    {
        await AskAsync();
        World.Marketplace.ShippingIntruder = () => throw new OperationCanceledException("killed");
        await Assert.ThrowsAsync<OperationCanceledException>(CarryOutAsync);
        await CarryOutAsync();
        Assert.Empty(World.Marketplace.Steps);

        World.Clock.Advance(World.Marketplace.ShowsAfter.ToTimeSpan());
        await CarryOutAsync();

        Assert.Equal([(Key.Number, ShippingStep.Pack)], World.Marketplace.Steps);
    }

    [Fact]
    public async Task OfTwoInstances_OneSaysIt()
    {
        await AskAsync();
        var other = World.InstanceOn(World.Ledger).GetRequiredService<CarryOutInstructions>();
        World.Marketplace.ShippingIntruder = () => other.RunAsync(Sample.Pool, default);
        await CarryOutAsync();

        Assert.Equal([(Key.Number, ShippingStep.Pack)], World.Marketplace.Steps);
        Assert.Equal(1, World.Marketplace.Looks);
    }

    [Theory]
    [InlineData(19.9, 1)]
    [InlineData(20, 2)]         // by now its caller has let go, or is dead
    public async Task ACallThatTakesLongerThanItsEffect_IsLeftToItsCaller(double seconds, int looks)
    {
        await AskAsync();
        World.Marketplace.ShowsAfter = NodaTime.Duration.FromSeconds(3);
        var other = World.InstanceOn(World.Ledger).GetRequiredService<CarryOutInstructions>();
        World.Marketplace.ShippingIntruder = () =>
        {
            World.Clock.Advance(TimeSpan.FromSeconds(seconds));
            return other.RunAsync(Sample.Pool, default);
        };

        await CarryOutAsync();

        Assert.Equal(looks, World.Marketplace.Looks);
    }

    [Fact]
    public async Task AReadingInTheMiddleOfTheCall_IsKept_AndTheNextLookFindsWhatCameOfIt()
    {
        await AskAsync();
        World.Marketplace.ShippingIntruder = async () =>
        {
            World.Marketplace.Show(Sample.Posting with { Carrier = "another" });
            await World.Poll.RunAsync(default);
        };
        await CarryOutAsync();
        Assert.Equal("another", (await OrderAsync()).Carrier);

        await ShowAsync();
        await CarryOutAsync();

        Assert.Equal([ShippingStep.Pack, ShippingStep.Number], World.Marketplace.Steps.Select(step => step.Step));
    }

    [Fact]
    public async Task ARefusal_EndsIt_AndTheSellerIsToldOnce()
    {
        await AskAsync();
        World.Marketplace.ShippingWords[Key.Number] = "MARKS_MISSING: enter the marks in the cabinet";
        await CarryOutAsync();
        await CarryOutAsync();
        await World.Send.RunAsync(Sample.Pool, default);

        Assert.Equal(InstructionState.Refused, (await OrderAsync()).Instruction!.State);
        var problem = Assert.Single(World.Channel.Accepted.SelectMany(mail => mail.Problems));
        Assert.Equal((Key.Number, "MARKS_MISSING: enter the marks in the cabinet"), (problem.Subject, problem.Reason));
    }

    [Fact]
    public async Task WhatWasRefused_MayBeAskedAgain()
    {
        await AskAsync();
        World.Marketplace.ShippingWords[Key.Number] = "MARKS_MISSING";
        await CarryOutAsync();
        World.Marketplace.ShippingWords.Clear();

        Assert.Null(await AskAsync());
        await CarryOutAsync();

        Assert.Equal([(Key.Number, ShippingStep.Pack)], World.Marketplace.Steps);
    }

    [Theory]
    [InlineData("busy", 120, 30)]
    [InlineData("key", 120, 300)]
    [InlineData("key", 4, 10)]
    [InlineData("silent", 120, 60)]
    public async Task AMarketplaceThatDoesNotAnswer_IsAskedAgainLater(string trouble, int ringAgainAfter, int seconds)
    {
        World.Options.RingAgainAfter = TimeSpan.FromSeconds(ringAgainAfter);
        await AskAsync();
        World.Marketplace.ShippingFailure = trouble switch
        {
            "busy" => new MarketplaceBusyException(TimeSpan.FromSeconds(30)),
            "key" => new MarketplaceUnauthorisedException("expired"),
            _ => new MarketplaceUnreachableException("silence"),
        };
        await CarryOutAsync();
        World.Marketplace.ShippingFailure = null;
        World.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        await CarryOutAsync();
        Assert.Empty(World.Marketplace.Steps);

        World.Clock.Advance(TimeSpan.FromSeconds(1));
        await CarryOutAsync();

        Assert.Equal([(Key.Number, ShippingStep.Pack)], World.Marketplace.Steps);
    }

    [Fact]
    public async Task WhatTheMarketplaceCancelsFirst_IsNotShipped_AndNobodyIsAskedToLook()
    {
        await AskAsync();
        World.Marketplace.Show(Sample.Posting with { Status = PostingStatus.Cancelled, RawStatus = "cancelled" });
        await World.Poll.RunAsync(default);
        await CarryOutAsync();
        await World.Send.RunAsync(Sample.Pool, default);

        Assert.Equal(InstructionState.Refused, (await OrderAsync()).Instruction!.State);
        Assert.Equal(0, World.Marketplace.Looks);
        Assert.Empty(World.Channel.Accepted.SelectMany(mail => mail.Problems));
    }

    [Fact]
    public async Task WhatNeverShows_IsGivenUpAfterADay_AndTheSellerIsTold()
    {
        await AskAsync();
        await CarryOutAsync();
        for (var hours = 0; hours < 25; hours++)
        {
            World.Clock.Advance(TimeSpan.FromHours(1));
            await CarryOutAsync();
        }

        Assert.Equal(InstructionState.Refused, (await OrderAsync()).Instruction!.State);
        Assert.Single(World.Marketplace.Steps);
    }

    [Fact]
    public async Task AClosedOrder_StaysInTheLedger_UntilItsNumberIsWritten()
    {
        await AskAsync();
        World.Marketplace.ShippingFailure = new MarketplaceUnreachableException("silence");
        World.Marketplace.Show(Sample.Posting with { Status = PostingStatus.HandedOver, RawStatus = "delivering" });
        await World.Poll.RunAsync(default);
        World.Clock.Advance(World.Options.KeepClosedFor * 1.5);
        await World.Of<Application.History.MoveClosed>().RunAsync(Sample.Pool, default);
        Assert.Equal(OrderState.Shipped, (await OrderAsync()).State);

        World.Marketplace.ShippingFailure = null;
        await CarryOutAsync();

        Assert.Equal([(Key.Number, ShippingStep.Number)], World.Marketplace.Steps);
    }
}
