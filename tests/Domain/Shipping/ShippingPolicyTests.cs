using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Shipping;

public sealed class ShippingPolicyTests
{
    private static readonly Order Held = Sample.Order with
    {
        State = OrderState.Held,
        Status = PostingStatus.AwaitingPackaging,
        Instruction = null,
        Flaw = null,
        Remarks = [],
        Lines = [new OrderLine(Sku.Parse("A"), "A", 2, new Money(50_00, "RUB"))],
    };

    private static readonly ShippingRules Packs = new() { PacksByItself = true };

    [Theory]
    [InlineData("100.00", false)]
    [InlineData("100.01", true)]
    public void OnlyWhatIsWorthLess_IsPackedByItself(string below, bool packed) =>
        Assert.Equal(packed, IsPacked(Held, Packs with { PacksBelow = decimal.Parse(below, System.Globalization.CultureInfo.InvariantCulture) }));

    [Fact]
    public void AnOrderOfUnknownValue_IsPacked_WhereNoLimitIsSet_AndNotWhereOneIs()
    {
        var order = Held with { Lines = [new OrderLine(Sku.Parse("A"), "A", 2, null)] };

        Assert.True(IsPacked(order, Packs));
        Assert.False(IsPacked(order, Packs with { PacksBelow = 1_000_000 }));
    }

    [Theory]
    [InlineData("switched off")]
    [InlineData("short")]
    [InlineData("waits for its payment")]
    [InlineData("flawed")]
    [InlineData("somebody's already")]
    [InlineData("refused before")]
    [InlineData("data missing")]
    [InlineData("refund open")]
    [InlineData("forbidden")]
    public void WhateverIsInTheWay_LeavesItToAPerson(string way)
    {
        var order = way switch
        {
            "short" => Held with { State = OrderState.OutOfStock },
            "waits for its payment" => Held with { Status = PostingStatus.AwaitingConfirmation },
            "flawed" => Held with { Flaw = "a quantity" },
            "somebody's already" => Held with { Instruction = Asked },
            "refused before" => Held with { Instruction = Asked with { State = InstructionState.Refused } },
            "data missing" => Held with { Remarks = [PostingRemark.DataMissing] },
            "refund open" => Held with { Remarks = [PostingRemark.RefundOpen] },
            "forbidden" => Held with { Remarks = [PostingRemark.ShippingForbidden] },
            _ => Held,
        };

        Assert.False(IsPacked(order, way == "switched off" ? ShippingRules.None : Packs));
    }

    [Fact]
    public void WhatPacksByItself_SaysWhichRuleDidIt()
    {
        var instruction = ShippingPolicy.Automatically(Held, Packs with { PacksBelow = 5000m }, Sample.Noon).Instruction!;

        Assert.Equal((InstructionKind.Ship, "rule AutoShip: in stock, no open question, below 5000", Sample.Noon), (instruction.Kind, instruction.AskedBy, instruction.LookAt));
        Assert.Empty(instruction.Ship!.Parcels);
    }

    [Theory]
    [InlineData(99.99, null, false, false, "Value")]
    [InlineData(100.00, null, false, false, "Value")]
    [InlineData(100.01, null, false, false, "")]
    [InlineData(null, 2, false, false, "Units")]
    [InlineData(null, 3, false, false, "")]
    [InlineData(null, null, true, false, "OddAddress")]
    [InlineData(null, null, false, true, "Note")]
    [InlineData(50.0, 1, true, true, "Value Units OddAddress Note")]
    public void QuestionsAreOpen_WhereTheSellerWantsToLook(double? value, int? units, bool addresses, bool notes, string questions)
    {
        var rules = new ShippingRules { ReviewsFromValue = (decimal?)value, ReviewsFromUnits = units, ReviewsAddresses = addresses, ReviewsNotes = notes };

        Assert.Equal(questions, string.Join(' ', ShippingPolicy.QuestionsOf(Held with { Remarks = [PostingRemark.Note, PostingRemark.OddAddress] }, rules, Sample.Noon)));
    }

    [Theory]
    [InlineData(PostingRemark.DataMissing)]
    [InlineData(PostingRemark.CountryMissing)]
    [InlineData(PostingRemark.DeclarationMissing)]
    [InlineData(PostingRemark.MarkMissing)]
    [InlineData(PostingRemark.BatchMissing)]
    [InlineData(PostingRemark.UinMissing)]
    [InlineData(PostingRemark.ImeiMissing)]
    [InlineData(PostingRemark.WeightMissing)]
    public void DataThatAreMissing_AreAQuestionThatNamesThem(PostingRemark remark)
    {
        var order = Held with { Remarks = [remark] };

        Assert.Equal([remark.ToString()], ShippingPolicy.QuestionsOf(order, Packs, Sample.Noon).Select(reason => reason.ToString()));
        Assert.False(IsPacked(order, Packs));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void AWishToCancel_IsAQuestion_UntilItsTimeIsOver(int minutesLeft, bool packed)
    {
        var order = Held with { CancelAskedUntil = Sample.Noon + NodaTime.Duration.FromMinutes(minutesLeft) };

        Assert.Equal(packed, IsPacked(order, Packs));
        Assert.Equal(packed ? [] : [ReviewReason.RefundOpen], ShippingPolicy.QuestionsOf(order, Packs, Sample.Noon));
    }

    private static Instruction Asked { get; } = new() { Kind = InstructionKind.Ship, Ship = ShipOrder.InOneParcel, AskedAt = Sample.Noon, AskedBy = "seller" };

    private static bool IsPacked(Order order, ShippingRules rules) => ShippingPolicy.Automatically(order, rules, Sample.Noon).Instruction is not null && order.Instruction is null;
}
