using ShipBy.Application.Shipping;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Shipping;

/// <summary>Orders that are cancelled, by the seller's wish or by themselves. One order of one mug is held.</summary>
public sealed class CancelledInstructionsTests : OneHeldOrder
{
    [Fact]
    public async Task AnOrderThatOpensAgain_WasToldNothingYet()
    {
        await AskAsync();
        await CarryOutAsync();
        World.Marketplace.Show(Sample.Posting with { Status = PostingStatus.Cancelled, RawStatus = "cancelled" });
        await World.Poll.RunAsync(default);
        World.Marketplace.Show(Sample.Posting);
        await World.Poll.RunAsync(default);

        Assert.Null((await OrderAsync()).Instruction);
    }

    [Fact]
    public async Task ACancellation_GivesTheUnitsBack_OnceTheMarketplaceShowsIt()
    {
        await HoldAsync();
        await World.Of<InstructOrder>().RunAsync(Key, new Instruction { Kind = InstructionKind.Cancel, Cancel = new CancelOrder(352), AskedAt = World.Now, AskedBy = "seller" }, anyway: false, default);
        await CarryOutAsync();
        Assert.Equal(1, (await World.StockAsync(Sample.Mug)).Held);

        await ShowAsync();

        var order = await OrderAsync();
        Assert.Equal((OrderState.Cancelled, InstructionState.Done, 0), (order.State, order.Instruction!.State, (await World.StockAsync(Sample.Mug)).Held));
    }

    [Fact]
    public async Task APart_IsToldOnce_AndTheRestIsHeldOnceItShows()
    {
        await HoldAsync(units: 3);
        await CancelPartAsync();
        World.Marketplace.LosesAnAnswer = true;
        await CarryOutAsync();
        for (var i = 0; i < 3; i++)
        {
            await ShowAsync();
            await World.Reserve.RunAsync(Sample.Pool, default);
            await CarryOutAsync();
        }

        var order = await OrderAsync();
        Assert.Equal([ShippingStep.CancelPart], World.Marketplace.Steps.Select(step => step.Step));
        Assert.Equal((OrderState.Held, 2, InstructionState.Done, 2), (order.State, order.Lines.Single().Quantity, order.Instruction!.State, (await World.StockAsync(Sample.Mug)).Held));
    }

    [Fact]
    public async Task SaidAgain_APartIsNotCancelledTwice()
    {
        await HoldAsync(units: 3);
        await CancelPartAsync();
        await CarryOutAsync();
        await ShowAsync();
        await World.Reserve.RunAsync(Sample.Pool, default);
        await CarryOutAsync();

        Assert.Null(await CancelPartAsync());
        await CarryOutAsync();

        Assert.Single(World.Marketplace.Steps);
        Assert.Equal(2, (await OrderAsync()).Lines.Single().Quantity);
    }

    private Task<AskFlaw?> CancelPartAsync() => World.Of<InstructOrder>().RunAsync(
        Key,
        new Instruction { Kind = InstructionKind.CancelPart, Cancel = new CancelOrder(352, "broken") { Parts = [new CancelledUnits(Sample.Mug, 1)] }, AskedAt = World.Now, AskedBy = "seller" },
        anyway: false,
        default);
}
