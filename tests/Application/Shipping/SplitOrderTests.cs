using ShipBy.Application.Shipping;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.Shipping;

/// <summary>An order packed in two parcels becomes two orders at the marketplace, and the first one is no more.</summary>
public sealed class SplitOrderTests
{
    private const string First = "split-1";
    private const string Second = "split-2";

    private readonly World _world = new();

    [Fact]
    public async Task TheParts_TakeOverItsUnits_AndNothingIsPackedTwice()
    {
        _world.Marketplace.Show(Sample.Posting with { Lines = [Mugs(2)] });
        await _world.Poll.RunAsync(default);
        await _world.Reserve.RunAsync(Sample.Pool, default);
        var held = (await _world.StockAsync(Sample.Mug)).Held;
        await _world.Of<InstructOrder>().RunAsync(Sample.Posting.Key, InTwoParcels, anyway: false, default);
        await _world.Of<CarryOutInstructions>().RunAsync(Sample.Pool, default);
        _world.Marketplace.Settle();
        _world.Marketplace.Show(Sample.Posting with { Status = PostingStatus.Split, RawStatus = "cancelled_from_split_pending", Lines = [Mugs(2)] });
        _world.Marketplace.Show(Part(First));
        _world.Marketplace.Show(Part(Second));

        _world.Clock.Advance(TimeSpan.FromMinutes(2));
        await _world.Poll.RunAsync(default);
        await _world.Reserve.RunAsync(Sample.Pool, default);
        await _world.Of<CarryOutInstructions>().RunAsync(Sample.Pool, default);

        var parent = await _world.OrderAsync(Sample.Posting.Key.Number);
        Assert.Equal((OrderState.Cancelled, InstructionState.Done, null), (parent.State, parent.Instruction!.State, parent.Instruction.LookAt));
        Assert.Equal((OrderState.Held, OrderState.Held), ((await _world.OrderAsync(First)).State, (await _world.OrderAsync(Second)).State));
        Assert.Equal(held, (await _world.StockAsync(Sample.Mug)).Held);
        Assert.Equal([(Sample.Posting.Key.Number, ShippingStep.Pack)], _world.Marketplace.Steps);
        Assert.Null((await _world.OrderAsync(First)).Instruction);
    }

    [Fact]
    public async Task ASplitThatNobodyAskedFor_EndsTheInstruction()
    {
        _world.Marketplace.Show(Sample.Posting with { Lines = [Mugs(2)] });
        await _world.Poll.RunAsync(default);
        await _world.Reserve.RunAsync(Sample.Pool, default);
        await _world.Of<InstructOrder>().RunAsync(Sample.Posting.Key, InTwoParcels with { Ship = ShipOrder.InOneParcel }, anyway: false, default);
        _world.Marketplace.Show(Sample.Posting with { Status = PostingStatus.Split, RawStatus = "cancelled_from_split_pending", Lines = [Mugs(2)] });
        await _world.Poll.RunAsync(default);

        Assert.Equal(InstructionState.Refused, (await _world.OrderAsync(Sample.Posting.Key.Number)).Instruction!.State);
    }

    private Instruction InTwoParcels => new()
    {
        Kind = InstructionKind.Ship,
        Ship = new ShipOrder([new Parcel([new ParcelLine(Sample.Mug, 1)]), new Parcel([new ParcelLine(Sample.Mug, 1)])]),
        AskedAt = _world.Now,
        AskedBy = "seller",
    };

    private static Posting Part(string number) => Sample.Posting with
    {
        Key = Sample.Posting.Key with { Number = number },
        Status = PostingStatus.AwaitingHandOver,
        RawStatus = "awaiting_deliver",
        Lines = [Mugs(1)],
    };

    private static OrderLine Mugs(int units) => new(Sample.Mug, "Mug", units, null);
}
