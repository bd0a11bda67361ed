using ShipBy.Domain.Batches;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Shipping.Numbers;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Batches;

/// <summary>What goes into a batch, what shares a parcel, and which numbers are spent.</summary>
public class BatchPolicyTests
{
    private static readonly Recipient Anna = new() { Name = "Anna", City = "Kazan", Address = "Lenina 1" };

    private static readonly ShippingRules Rules = new() { ReviewsFromUnits = 100 };

    public static TheoryData<Order, LeftOutReason?> Chosen => new()
    {
        { Of(1), null },
        { Of(1) with { State = OrderState.Cancelled }, LeftOutReason.Cancelled },
        { Of(1) with { State = OrderState.Shipped }, LeftOutReason.Shipped },
        { Of(1) with { State = OrderState.OutOfStock }, LeftOutReason.NoStock },
        { Of(1) with { State = OrderState.Pending }, LeftOutReason.NoStock },
        { Of(1) with { State = OrderState.SetAside }, LeftOutReason.SetAside },
        { Of(1) with { Status = PostingStatus.AwaitingConfirmation }, LeftOutReason.NotReleased },
        { Of(1) with { Remarks = [PostingRemark.ShippingForbidden] }, LeftOutReason.NotReleased },
        { Of(1) with { Remarks = [PostingRemark.RefundOpen] }, LeftOutReason.RefundOpen },
        { Of(1) with { Lines = [Sample.TwoMugs with { Quantity = 99 }] }, null },
        { Of(1) with { Lines = [Sample.TwoMugs with { Quantity = 100 }] }, LeftOutReason.ToBeLookedAt },
        { Of(1) with { Instruction = Asked(InstructionKind.Ship, InstructionState.Told) }, LeftOutReason.BeingShipped },
        { Of(1) with { Instruction = Asked(InstructionKind.Ship, InstructionState.Done) }, LeftOutReason.BeingShipped },
        { Of(1) with { Instruction = Asked(InstructionKind.Ship, InstructionState.Refused) }, null },
        { Of(1) with { Instruction = Asked(InstructionKind.Cancel, InstructionState.Told) }, LeftOutReason.BeingCancelled },
        { Of(1) with { Key = new OrderKey("deaf", "P-1") }, LeftOutReason.NotOffered },
    };

    [Theory]
    [MemberData(nameof(Chosen))]
    public void WhatMustNotShip_IsLeftOutWithItsReason(Order order, LeftOutReason? expected)
    {
        var plan = Plan(new BatchWish { Orders = [order.Key] }, order);

        Assert.Equal(expected, plan.LeftOut.Select(left => (LeftOutReason?)left.Reason).SingleOrDefault());
        Assert.Equal(expected is null ? 1 : 0, plan.Orders);
    }

    [Fact]
    public void WhatNobodyKnows_IsLeftOut_AndWhatIsChosenTwiceGoesOnce()
    {
        var plan = Plan(new BatchWish { Orders = [Of(1).Key, Of(1).Key, Of(9).Key] }, Of(1));

        Assert.Equal((1, LeftOutReason.Gone), (plan.Orders, Assert.Single(plan.LeftOut).Reason));
    }

    [Fact]
    public void ABatch_TakesSoManyAndNoMore()
    {
        var orders = Enumerable.Range(0, ShipmentBatch.MostItems + 1).Select(number => Of(number)).ToArray();

        var plan = Plan(new BatchWish { Orders = [.. orders.Select(order => order.Key)] }, orders);

        Assert.Equal((ShipmentBatch.MostItems, LeftOutReason.TooMany), (plan.Orders, Assert.Single(plan.LeftOut).Reason));
    }

    [Fact]
    public void TheSamePersonAtTheSamePlace_GetsOneParcel_UnlessSomebodySaysOtherwise()
    {
        Order[] orders = [Of(1) with { Recipient = Anna }, Of(2), Of(3) with { Recipient = Anna }, Of(4) with { Key = new OrderKey("other", "P-4"), Recipient = Anna }];
        var wish = new BatchWish { Orders = [.. orders.Select(order => order.Key)], FirstNumber = "100", Rule = NumberRule.Counter };

        Assert.Equal(["P-1+P-3 100", "P-2 101", "P-4 102"], Told(Plan(wish, orders)));
        Assert.Equal(["P-1 100", "P-2 101", "P-3 102", "P-4 103"], Told(Plan(wish with { Apart = new HashSet<OrderKey> { orders[2].Key } }, orders)));
    }

    [Fact]
    public void WhatIsLeftOut_SpendsNoNumber()
    {
        Order[] orders = [Of(1), Of(2) with { State = OrderState.OutOfStock }, Of(3)];

        Assert.Equal(["P-1 100", "P-3 101"], Told(Plan(new BatchWish { Orders = [.. orders.Select(order => order.Key)], FirstNumber = "100", Rule = NumberRule.Counter }, orders)));
    }

    [Fact]
    public void ATypedNumber_StartsANewRow()
    {
        Order[] orders = [Of(1), Of(2), Of(3)];
        var wish = new BatchWish { Orders = [.. orders.Select(order => order.Key)], FirstNumber = "100", Rule = NumberRule.Counter, Typed = new Dictionary<OrderKey, string> { [Of(2).Key] = "200" } };

        Assert.Equal(["P-1 100", "P-2 200", "P-3 201"], Told(Plan(wish, orders)));
    }

    [Fact]
    public void NumbersOfTheCarrier_AreTypedOneByOne_OrNotAtAll()
    {
        Order[] orders = [Of(1), Of(2)];
        var wish = new BatchWish { Orders = [.. orders.Select(order => order.Key)], Rule = NumberRule.FromTheCarrier };

        Assert.Equal(["P-1 ", "P-2 "], Told(Plan(wish, orders)));
        Assert.Equal(["P-1 SF1", "P-2 SF7"], Told(Plan(wish with { FirstNumber = "SF1", Typed = new Dictionary<OrderKey, string> { [Of(2).Key] = "SF7" } }, orders)));
        Assert.Equal((Of(2).Key, SeriesFlaw.FromTheCarrier), Trouble(Plan(wish with { FirstNumber = "SF1" }, orders)));
    }

    [Fact]
    public void ANumber_IsNeverGivenTwice()
    {
        Order[] orders = [Of(1), Of(2)];
        var wish = new BatchWish { Orders = [.. orders.Select(order => order.Key)], FirstNumber = "100", Rule = NumberRule.Counter };

        Assert.Equal((Of(2).Key, SeriesFlaw.Used), Trouble(Plan(wish, orders, used: "101")));
        Assert.Equal((Of(2).Key, SeriesFlaw.Used), Trouble(Plan(wish with { Typed = new Dictionary<OrderKey, string> { [Of(2).Key] = "100" } }, orders)));
    }

    private static BatchPlan Plan(BatchWish wish, params Order[] orders) => Plan(wish, orders, used: []);

    private static BatchPlan Plan(BatchWish wish, Order[] orders, params string[] used) =>
        BatchPolicy.Plan(wish, orders.ToDictionary(order => order.Key), used.ToHashSet(), shop => shop == "deaf" ? null : Rules, Sample.Noon);

    private static (OrderKey, SeriesFlaw) Trouble(BatchPlan plan) => (plan.Trouble!.At, plan.Trouble.Flaw);

    private static IEnumerable<string> Told(BatchPlan plan) => plan.Parcels.Select(parcel => $"{string.Join('+', parcel.Orders.Select(order => order.Key.Number))} {parcel.TrackingNumber}");

    private static Order Of(int number) => Sample.Order with { Key = new OrderKey("shop", $"P-{number}"), State = OrderState.Held };

    private static Instruction Asked(InstructionKind kind, InstructionState state) => new()
    {
        Kind = kind,
        Ship = kind == InstructionKind.Ship ? ShipOrder.InOneParcel : null,
        AskedAt = Sample.Noon,
        AskedBy = "a",
        State = state,
        LookAt = state is InstructionState.Told ? Sample.Noon : null,
    };
}
