using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Shipping;

/// <summary>An order of three of A and one of B.</summary>
public sealed class PartialCancelPolicyTests
{
    private static readonly Order Order = Sample.Order with
    {
        State = OrderState.OutOfStock,
        Status = PostingStatus.AwaitingPackaging,
        Instruction = null,
        Lines = [new OrderLine(Sku.Parse("A"), "A", 2, null), new OrderLine(Sku.Parse("B"), "B", 1, null), new OrderLine(Sku.Parse("A"), "A", 1, null)],
    };

    [Theory]
    [InlineData("A1", null)]
    [InlineData("A3", null)]
    [InlineData("B1", null)]
    [InlineData("A2 B1", null)]
    [InlineData("A4", AskFlaw.NotInOrder)]
    [InlineData("A2 A2", AskFlaw.NotInOrder)]
    [InlineData("A0", AskFlaw.NotInOrder)]
    [InlineData("C1", AskFlaw.NotInOrder)]
    [InlineData("", AskFlaw.NotInOrder)]
    [InlineData("A3 B1", AskFlaw.NothingLeft)]
    [InlineData("A1 B1 A2", AskFlaw.NothingLeft)]
    public void APart_IsInTheOrder_AndNotAllOfIt(string parts, AskFlaw? flaw) => Assert.Equal(flaw, PartialCancelPolicy.FlawOf(Order, PartsOf(parts)));

    [Fact]
    public void WhatIsLeft_IsCountedWhenItIsAsked()
    {
        var noted = Assert.IsType<AskAnswer.Noted>(InstructionPolicy.Ask(Order, Wanted("A1 A1"), anyway: false, Sample.Noon)).After.Instruction!;

        Assert.Equal([new CancelledUnits(Sku.Parse("A"), 2, 1)], noted.Cancel!.Parts);
        Assert.Equal((InstructionKind.CancelPart, Sample.Noon), (noted.Kind, noted.LookAt));
    }

    [Theory]
    [InlineData(1, 1, PartShown.There)]
    [InlineData(0, 0, PartShown.Gone)]
    [InlineData(0, 1, PartShown.Otherwise)]
    [InlineData(1, 0, PartShown.Otherwise)]
    [InlineData(2, 1, PartShown.Otherwise)]
    public void AReading_ShowsItGoneOrThere(long a, long b, PartShown shown) =>
        Assert.Equal(shown, PartialCancelPolicy.Judge([new CancelledUnits(Sku.Parse("A"), 1), new CancelledUnits(Sku.Parse("B"), 1)], sku => sku.Value == "A" ? a : b));

    [Fact]
    public void SaidAgain_AlsoAfterItIsGone_ItIsTheSame()
    {
        var known = ((AskAnswer.Noted)InstructionPolicy.Ask(Order, Wanted("A1"), anyway: false, Sample.Noon)).After.Instruction!;
        var gone = Order with { Instruction = InstructionPolicy.Done(known), Lines = [new OrderLine(Sku.Parse("A"), "A", 2, null), new OrderLine(Sku.Parse("B"), "B", 1, null)] };

        Assert.IsType<AskAnswer.SameAsBefore>(InstructionPolicy.Ask(gone, Wanted("A1"), anyway: false, Sample.Noon));
        Assert.IsType<AskAnswer.SameAsBefore>(InstructionPolicy.Ask(gone with { Instruction = known }, Wanted("A1"), anyway: false, Sample.Noon));
    }

    [Fact]
    public void AnotherOne_BeginsAnew()
    {
        var known = ((AskAnswer.Noted)InstructionPolicy.Ask(Order, Wanted("A1"), anyway: false, Sample.Noon)).After.Instruction!;
        var done = Order with { Instruction = InstructionPolicy.Done(known) with { Calls = 3, LastStep = ShippingStep.CancelPart, Repeats = 1 } };

        var next = Assert.IsType<AskAnswer.Noted>(InstructionPolicy.Ask(done, Wanted("B1"), anyway: false, Sample.Noon)).After.Instruction!;

        Assert.Equal((0, null, 0, InstructionState.Wanted), (next.Calls, next.LastStep, next.Repeats, next.State));
    }

    [Theory]
    [InlineData("A1", AskFlaw.BeingCancelled)]
    [InlineData("ship", AskFlaw.BeingCancelled)]
    [InlineData("cancel", null)]
    public void WhileAPartIsBeingCancelled_OnlyTheWholeMayBe(string wanted, AskFlaw? flaw)
    {
        var order = Order with { Instruction = ((AskAnswer.Noted)InstructionPolicy.Ask(Order, Wanted("B1"), anyway: false, Sample.Noon)).After.Instruction, State = OrderState.Held };

        var answer = InstructionPolicy.Ask(order, wanted switch { "ship" => Ship, "cancel" => Wanted("") with { Kind = InstructionKind.Cancel }, _ => Wanted(wanted) }, anyway: false, Sample.Noon);

        Assert.Equal(flaw, (answer as AskAnswer.NotPossible)?.Flaw);
    }

    [Theory]
    [InlineData(OrderState.Shipped, AskFlaw.HandedOver)]
    [InlineData(OrderState.Cancelled, AskFlaw.Cancelled)]
    [InlineData(OrderState.SetAside, AskFlaw.SetAside)]
    [InlineData(OrderState.OutOfStock, null)]
    [InlineData(OrderState.Pending, null)]
    [InlineData(OrderState.Held, null)]
    public void AShortOrder_MayLoseAPart(OrderState state, AskFlaw? flaw) =>
        Assert.Equal(flaw, (InstructionPolicy.Ask(Order with { State = state }, Wanted("A1"), anyway: false, Sample.Noon) as AskAnswer.NotPossible)?.Flaw);

    [Fact]
    public void WhatIsSaidOfGoods_IsPartOfWhatIsWanted()
    {
        var marked = Ship with { Ship = ShipOrder.InOneParcel with { Goods = [new GoodsDatum(Sku.Parse("A"), 1, GoodsDatumKind.Mark, "x")] } };
        var again = Ship with { Ship = ShipOrder.InOneParcel with { Goods = [new GoodsDatum(Sku.Parse("A"), 1, GoodsDatumKind.Mark, "x")] } };

        Assert.True(InstructionPolicy.SaysTheSame(marked, again));
        Assert.False(InstructionPolicy.SaysTheSame(marked, Ship));
        Assert.False(InstructionPolicy.SaysTheSame(marked, Ship with { Ship = ShipOrder.InOneParcel with { Goods = [new GoodsDatum(Sku.Parse("A"), 2, GoodsDatumKind.Mark, "x")] } }));
    }

    private static Instruction Ship { get; } = new() { Kind = InstructionKind.Ship, Ship = ShipOrder.InOneParcel, AskedAt = Sample.Noon, AskedBy = "seller" };

    private static Instruction Wanted(string parts) => new() { Kind = InstructionKind.CancelPart, Cancel = new CancelOrder(352, "broken") { Parts = PartsOf(parts) }, AskedAt = Sample.Noon, AskedBy = "seller" };

    private static CancelledUnits[] PartsOf(string parts) =>
        [.. parts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => new CancelledUnits(Sku.Parse(part[..1]), int.Parse(part[1..], System.Globalization.CultureInfo.InvariantCulture)))];
}
