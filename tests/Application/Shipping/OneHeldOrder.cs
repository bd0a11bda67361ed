using ShipBy.Application.Shipping;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Shipping;

/// <summary>One order of one mug, which a test may hold, ask to be shipped under a number, and carry out.</summary>
public abstract class OneHeldOrder
{
    protected static OrderKey Key { get; } = Sample.Posting.Key;

    protected World World { get; } = new();

    protected async Task HoldAsync(int units = 1)
    {
        World.Marketplace.Show(Sample.Posting with { Lines = [new OrderLine(Sample.Mug, "Mug", units, null)] });
        await World.Poll.RunAsync(default);
        await World.Reserve.RunAsync(Sample.Pool, default);
    }

    protected async Task<AskFlaw?> AskAsync()
    {
        await HoldAsync();
        return await World.Of<InstructOrder>().RunAsync(
            Key,
            new Instruction { Kind = InstructionKind.Ship, Ship = new ShipOrder([], "YTO", "YT1", IsHandedOver: true), AskedAt = World.Now, AskedBy = "seller" },
            anyway: false,
            default);
    }

    protected Task CarryOutAsync() => World.Of<CarryOutInstructions>().RunAsync(Sample.Pool, default);

    protected async Task ShowAsync()
    {
        World.Clock.Advance(World.Marketplace.ShowsAfter.ToTimeSpan());
        World.Marketplace.Settle();
        await World.Poll.RunAsync(default);
    }

    protected Task<Order> OrderAsync() => World.OrderAsync(Key.Number);
}
