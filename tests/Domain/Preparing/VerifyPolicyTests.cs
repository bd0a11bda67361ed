using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Preparing;

/// <summary>The checks before shipping, each at both sides of its edge.</summary>
public class VerifyPolicyTests
{
    private static readonly Recipient Somebody = new() { Name = "Anna B", City = "Kazan", Address = "Lenina 1" };

    private static readonly Order Sound = Sample.Order with { State = OrderState.Held };

    [Theory]
    [InlineData(OrderState.Held, PostingStatus.AwaitingPackaging, CheckVerdict.Passed)]
    [InlineData(OrderState.OutOfStock, PostingStatus.AwaitingPackaging, CheckVerdict.Passed)]       // its stock is another check's
    [InlineData(OrderState.Held, PostingStatus.AwaitingConfirmation, CheckVerdict.Failed)]
    [InlineData(OrderState.Cancelled, PostingStatus.Cancelled, CheckVerdict.Failed)]
    [InlineData(OrderState.Shipped, PostingStatus.HandedOver, CheckVerdict.Failed)]
    [InlineData(OrderState.SetAside, PostingStatus.AwaitingPackaging, CheckVerdict.Failed)]
    public void WhatIsClosedOrNotPaid_IsNotReleased(OrderState state, PostingStatus status, CheckVerdict expected) =>
        Assert.Equal(expected, Of(Sound with { State = state, Status = status }, CheckName.Released).Verdict);

    [Theory]
    [InlineData(PostingRemark.ShippingForbidden, CheckName.Released)]
    [InlineData(PostingRemark.RefundOpen, CheckName.Refund)]
    [InlineData(PostingRemark.DataMissing, CheckName.Requirements)]
    [InlineData(PostingRemark.MarkMissing, CheckName.Requirements)]
    [InlineData(PostingRemark.WeightMissing, CheckName.Requirements)]
    public void ARemark_StopsItsCheckAlone(PostingRemark remark, CheckName expected) =>
        Assert.Equal([expected], VerifyPolicy.Of(Sound with { Remarks = [remark] }, Usual(), Sample.Noon).Where(check => check.Verdict == CheckVerdict.Failed).Select(check => check.Name));

    [Theory]
    [InlineData(OrderState.Held, 0, CheckVerdict.Passed, null)]
    [InlineData(OrderState.Pending, 0, CheckVerdict.Failed, null)]
    [InlineData(OrderState.OutOfStock, 3, CheckVerdict.Failed, "3")]
    public void StockIsReallyHeld(OrderState state, int missing, CheckVerdict expected, string? detail) =>
        Assert.Equal(new ShippingCheck(CheckName.Stock, expected, detail), Of(Sound with { State = state, MissingUnits = missing }, CheckName.Stock));

    public static TheoryData<Recipient?, CheckVerdict> Recipients => new()
    {
        { null, CheckVerdict.Unknown },
        { new Recipient { Name = "Anna B" }, CheckVerdict.Unknown },        // no address at all is the marketplace's business
        { Somebody, CheckVerdict.Passed },
        { Somebody with { Name = " " }, CheckVerdict.Doubtful },
        { Somebody with { City = null }, CheckVerdict.Doubtful },
        { Somebody with { Address = "" }, CheckVerdict.Doubtful },
        { Somebody with { Name = null }, CheckVerdict.Doubtful },
        { new Recipient { Region = "Tatarstan", City = "Kazan" }, CheckVerdict.Unknown },       // the marketplace tells a place and keeps the rest
        { Somebody with { Address = "Le*** 1" }, CheckVerdict.Unknown },
    };

    [Theory]
    [MemberData(nameof(Recipients))]
    public void AnAddress_IsJudgedWhereThereIsOne(Recipient? to, CheckVerdict expected) => Assert.Equal(expected, Of(Sound with { Recipient = to }, CheckName.Address).Verdict);

    [Fact]
    public void WhatTheMarketplaceFindsOdd_IsDoubtful_WhateverWeSee() =>
        Assert.Equal(CheckVerdict.Doubtful, Of(Sound with { Recipient = Somebody, Remarks = [PostingRemark.OddAddress] }, CheckName.Address).Verdict);

    [Theory]
    [InlineData(4, 1, CheckVerdict.Passed)]         // few pieces are no outlier
    [InlineData(5, 1, CheckVerdict.Doubtful)]
    [InlineData(9, 2, CheckVerdict.Passed)]
    [InlineData(10, 2, CheckVerdict.Doubtful)]
    public void UnusuallyManyPieces_AreWorthALook(int pieces, int usual, CheckVerdict expected) =>
        Assert.Equal(expected, Of(Sound with { Lines = [Sample.TwoMugs with { Quantity = pieces - 1 }, Sample.TwoMugs with { Quantity = 1 }] }, CheckName.Quantity, Usual(usual)).Verdict);

    [Theory]
    [InlineData(new[] { 1, 2, 9 }, 2)]
    [InlineData(new[] { 1, 1, 2, 9 }, 1)]
    [InlineData(new[] { 9, 9 }, null)]      // too few to say
    public void WhatIsUsual_IsTheMedianOfThreeOrMore(int[] pieces, int? expected) =>
        Assert.Equal(expected, VerifyPolicy.UsualPieces(pieces.Select(each => Sound with { Lines = [Sample.TwoMugs with { Quantity = each }] })).TryGetValue(Sample.Mug, out var usual) ? usual : null);

    [Theory]
    [InlineData(null, CheckVerdict.Unknown)]
    [InlineData("0100200300-0007-1", CheckVerdict.Passed)]
    [InlineData("%101%010020030000071", CheckVerdict.Passed)]       // a bar code that ends with the number
    [InlineData("YT 12-34 ", CheckVerdict.Passed)]
    [InlineData("0100200300-0008-1", CheckVerdict.Failed)]
    [InlineData("1", CheckVerdict.Failed)]
    public void ALabel_BelongsToItsOrder(string? read, CheckVerdict expected) => Assert.Equal(
        expected,
        Of(Sound with
        {
            Preparation = new Preparation { LabelRead = read },
            Instruction = new Instruction { Kind = InstructionKind.Ship, Ship = new ShipOrder([], TrackingNumber: "YT1234"), AskedAt = Sample.Noon, AskedBy = "a" },
        }, CheckName.Label).Verdict);

    private static ShippingCheck Of(Order order, CheckName name, IReadOnlyDictionary<Sku, int>? usual = null) => VerifyPolicy.Of(order, usual ?? Usual(), Sample.Noon).Single(check => check.Name == name);

    private static Dictionary<Sku, int> Usual(int pieces = 1) => new() { [Sample.Mug] = pieces };
}
