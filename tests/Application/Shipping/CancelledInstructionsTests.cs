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
}
