using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Transit;
using static ShipBy.Domain.Transit.TransitSign;

namespace ShipBy.Domain.Tests.Transit;

/// <summary>A parcel that was handed over at the hour 0; hours and ticks are counted from there.</summary>
public sealed class ConsignmentPolicyTests
{
    private static readonly Instant HandOver = Instant.FromUtc(2026, 3, 2, 12, 0);

    private static readonly TransitRules Rules = new(Ladder.Parse("12h"))
    {
        FirstScanWithin = Duration.FromHours(24),
        ArriveWithin = Duration.FromDays(10),
        StuckAfter = Duration.FromDays(4),
    };

    [Theory]
    [InlineData(HandedOver, 0, 12, -1, "wait 12 h")]
    [InlineData(HandedOver, 0, 12, 0, "NotScanned is near, 24 h +1")]                          // and next just after the limit
    [InlineData(HandedOver, 0, 24, 0, "NotScanned is near, 24 h +1")]                          // the limit itself is in time
    [InlineData(HandedOver, 0, 24, 1, "NotScanned is over, 48 h +1")]                          // again a day later
    [InlineData(HandedOver, 0, 240, 0, "NotScanned is over, 240 h +1")]
    [InlineData(HandedOver, 0, 240, 1, "NotArrived is over, 264 h +1")]                        // all lesser questions are that one
    [InlineData(Scanned, 20, 116, 0, "wait 116 h +1")]
    [InlineData(Scanned, 20, 116, 1, "Stuck is over, 140 h +1")]
    [InlineData(Scanned, 200, 228, -1, "wait 228 h")]
    [InlineData(Scanned, 200, 228, 0, "NotArrived is near, 240 h +1")]
    [InlineData(Scanned, 200, 240, 1, "NotArrived is over, 264 h +1")]
    [InlineData(Held, 30, 30, 0, "wait 30 h +1")]                                               // the carrier says so itself: nobody waits
    [InlineData(Held, 30, 30, 1, "Stuck is over, 54 h +1")]
    [InlineData(NotAccepted, 30, 30, 0, "wait 30 h +1")]
    [InlineData(NotAccepted, 30, 30, 1, "NotAccepted is over, 54 h +1")]
    [InlineData(Lost, 30, 500, 0, "Lost is over, 524 h")]
    [InlineData(Arrived, 30, 500, 0, "drop")]
    [InlineData(Returned, 30, 500, 0, "drop")]
    public void EachLimit_IsTold_JustAfterIt(TransitSign sign, int seenAt, int hour, int ticks, string expected) =>
        Assert.Equal(expected, Say(ConsignmentPolicy.Decide(Parcel(sign, seenAt), Rules, At(hour, ticks))));

    [Theory]
    [InlineData("", HandedOver, "drop")]
    [InlineData("scan", HandedOver, "wait 12 h")]
    [InlineData("scan", Scanned, "drop")]                                                       // nothing more is asked
    [InlineData("arrive", HandedOver, "wait 228 h")]
    [InlineData("stuck", HandedOver, "wait 96 h +1")]                                           // counts from the hand-over where nobody asks for the scan
    [InlineData("stuck", Scanned, "wait 97 h +1")]
    public void OnlyWhatTheShopAsks_IsWatched(string asks, TransitSign sign, string expected) =>
        Assert.Equal(expected, Say(ConsignmentPolicy.Decide(Parcel(sign, sign == Scanned ? 1 : 0), asks.Length == 0 ? null : Asking(asks), At(2))));

    [Fact]
    public void APassedLimit_IsToldFiveTimes_AndTheParcelForgottenThirtyDaysLater()
    {
        var (parcel, rules) = (Parcel(HandedOver, 0), Asking("scan"));
        var told = new List<string>();
        while (ConsignmentPolicy.Decide(parcel, rules, parcel.LookAt) is var action and not ConsignmentAction.Drop)
        {
            told.AddRange(action is ConsignmentAction.Tell ? [Hours(parcel.LookAt)] : Array.Empty<string>());
            parcel = action is ConsignmentAction.Tell tell ? tell.After : ((ConsignmentAction.Wait)action).After;
        }

        Assert.Equal(["12 h", "24 h +1", "48 h +1", "72 h +1", "96 h +1", "120 h +1"], told);
        Assert.Equal("840 h +1", Hours(parcel.LookAt));
    }

    [Fact]
    public void WhatWasMissed_IsToldOnce_AsTheWorst()
    {
        var late = Assert.IsType<ConsignmentAction.Tell>(ConsignmentPolicy.Decide(Parcel(HandedOver, 0), Rules, At(30)));

        Assert.Equal((ConsignmentTrouble.NotScanned, true, 2), (late.Clock.Trouble, late.IsOver, late.After.Told.Count));
        Assert.Equal("wait 54 h", Say(ConsignmentPolicy.Decide(late.After, Rules, At(30))));
    }

    [Theory]
    [InlineData(0, "NotScanned is over, 72 h +1")]            // said before the limit had passed
    [InlineData(1, "wait 228 h")]                             // said of what had passed: the next limit comes all the same
    public void WhoIsOnIt_IsLeftInPeace_AboutWhatHasPassed(int ticks, string expected)
    {
        var told = Told(Parcel(HandedOver, 0), At(24, 1)) with { Care = new ConsignmentCare("Anna", At(24, ticks)) };

        Assert.Equal(expected, Say(ConsignmentPolicy.Decide(told, Rules, At(48, 1))));
    }

    [Fact]
    public void AParcelThatMoves_IsAskedAboutAnew()
    {
        var stuck = Told(Parcel(Scanned, 1), At(97, 1));
        var moved = ConsignmentPolicy.Planned(stuck.Moved(new Sighting(Scanned, "next hub", At(100))), Rules, At(100))!;

        Assert.Empty(moved.Told);
        Assert.Equal("196 h +1", Hours(moved.LookAt));
        Assert.Equal("Stuck is over, 220 h +1", Say(ConsignmentPolicy.Decide(moved, Rules, At(196, 1))));
    }

    [Fact]
    public void WhatWasToldOfTheArrival_StaysTold_WhenItMoves()
    {
        var near = Told(Parcel(Scanned, 200), At(228));
        var moved = ConsignmentPolicy.Planned(near.Moved(new Sighting(Scanned, "next hub", At(230))), Rules, At(230))!;

        Assert.Equal("12h", Assert.Single(moved.Told).Rung);
        Assert.Equal("240 h +1", Hours(moved.LookAt));
    }

    [Fact]
    public void WhatIsHandedOverAgain_CountsFromThen()
    {
        var again = Parcel(NotAccepted, 30).Moved(new Sighting(HandedOver, "again", At(40)));

        Assert.Equal("wait 52 h", Say(ConsignmentPolicy.Decide(again, Rules, At(41))));
    }

    [Theory]
    [InlineData(12, -1, null)]
    [InlineData(12, 0, ConsignmentTrouble.NotScanned)]
    [InlineData(240, 1, ConsignmentTrouble.NotArrived)]
    public void TheWorst_IsWhatAPersonIsShown(int hour, int ticks, ConsignmentTrouble? expected) =>
        Assert.Equal(expected, ConsignmentPolicy.InForce(Parcel(HandedOver, 0), Rules, At(hour, ticks))?.Trouble);

    [Theory]
    [InlineData(CarrierEventKind.Accepted, Scanned)]
    [InlineData(CarrierEventKind.InTransit, Scanned)]
    [InlineData(CarrierEventKind.Stuck, Held)]
    [InlineData(CarrierEventKind.Lost, Lost)]
    [InlineData(CarrierEventKind.Delivered, null)]
    [InlineData(CarrierEventKind.Returned, null)]
    public void WhatTheCarrierToldWhileTheOrderWasThere_IsKnown(CarrierEventKind told, TransitSign? expected)
    {
        var order = TestKit.Sample.Order with { State = OrderState.Shipped, ShippedAt = HandOver, CarrierTold = new CarrierNote(told, At(2)) };

        Assert.Equal(expected is { } sign ? new Sighting(sign, null, At(2)) : null, Consignment.Of(order)?.Seen);
    }

    [Theory]
    [InlineData(OrderState.Shipped, null, false, true)]
    [InlineData(OrderState.Shipped, Scanned, false, true)]
    [InlineData(OrderState.Shipped, NotAccepted, false, true)]
    [InlineData(OrderState.Shipped, Arrived, false, false)]
    [InlineData(OrderState.Shipped, Returned, false, false)]
    [InlineData(OrderState.Shipped, Scanned, true, false)]
    [InlineData(OrderState.Cancelled, null, true, false)]
    public void AnOrder_LeavesAParcel_WhereSomebodyStillWaitsForIt(OrderState state, TransitSign? seen, bool isCancelled, bool expected)
    {
        var order = TestKit.Sample.Order with
        {
            State = state,
            ShippedAt = state == OrderState.Shipped ? HandOver : null,
            CancelledAt = isCancelled ? At(1) : null,
            Transit = seen is { } sign ? new Sighting(sign, "word", At(1)) : null,
        };

        Assert.Equal(expected, Consignment.Of(order) is not null);
    }

    [Fact]
    public void AnOrderThatLeavesAgain_KeepsWhatWasTold_AndBringsWhatIsNew()
    {
        var told = Told(Parcel(Scanned, 1), At(97, 1));
        var same = told.Joined(Parcel(HandedOver, 0) with { TrackingNumber = "2" });
        var newer = told.Joined(Parcel(NotAccepted, 98));

        Assert.Equal((told.Seen, told.Told, "2"), (same.Seen, same.Told, same.TrackingNumber));
        Assert.Equal(NotAccepted, newer.Seen.Sign);
    }

    private static TransitRules Asking(string what) => new(Ladder.Parse("12h"))
    {
        FirstScanWithin = what == "scan" ? Rules.FirstScanWithin : null,
        ArriveWithin = what == "arrive" ? Rules.ArriveWithin : null,
        StuckAfter = what == "stuck" ? Rules.StuckAfter : null,
    };

    private static Consignment Told(Consignment parcel, Instant now) => Assert.IsType<ConsignmentAction.Tell>(ConsignmentPolicy.Decide(parcel, Rules, now)).After;

    private static Consignment Parcel(TransitSign sign, int seenAt) => new()
    {
        Order = new OrderKey("shop", "1"),
        OrderedAt = HandOver - Duration.FromDays(1),
        HandedOverAt = HandOver,
        Seen = new Sighting(sign, sign.ToString(), At(seenAt)),
        LookAt = HandOver,
    };

    private static Instant At(int hour, int ticks = 0) => HandOver + Duration.FromHours(hour) + Duration.FromTicks(ticks);

    private static string Say(ConsignmentAction action) => action switch
    {
        ConsignmentAction.Wait(var after) => $"wait {Hours(after.LookAt)}",
        ConsignmentAction.Tell tell => $"{tell.Clock.Trouble} is {(tell.IsOver ? "over" : "near")}, {Hours(tell.After.LookAt)}",
        _ => "drop",
    };

    private static string Hours(Instant at)
    {
        var since = at - HandOver;
        return FormattableString.Invariant($"{Math.Floor(since.TotalHours)} h{(since.BclCompatibleTicks % Duration.FromHours(1).BclCompatibleTicks is > 0 and var ticks ? $" +{ticks}" : "")}");
    }
}
