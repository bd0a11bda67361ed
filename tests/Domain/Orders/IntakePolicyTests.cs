using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Orders;

public sealed class IntakePolicyTests
{
    private static readonly Ladder Ladder = Ladder.Parse("24h,2h");

    private static readonly Instant Now = Sample.Noon + Duration.FromMinutes(1);

    private static readonly Order Held = Taken(Sample.Posting) with { State = OrderState.Held, HeldAt = Sample.Noon };

    [Fact]
    public void ANewPosting_IsTakenAndWaitsForStock()
    {
        var order = Taken(Sample.Posting);

        Assert.Equal((OrderState.Pending, Now, Sample.Noon), (order.State, order.TakenAt, order.SeenFrom));
        Assert.Equal(Sample.Posting.ShipBy - Duration.FromHours(24), order.LookAt);
    }

    [Fact]
    public void AFlawedPosting_IsSetAside_AndItsDeadlineIsWatched()
    {
        var order = Taken(Sample.Posting with { Flaw = "quantity is 0" });

        Assert.Equal((OrderState.SetAside, Now, "quantity is 0"), (order.State, order.SetAsideAt, order.Flaw));
        Assert.NotNull(order.LookAt);
    }

    [Theory]
    [InlineData(PostingStatus.Cancelled, OrderState.Cancelled, ShelfMove.None)]
    [InlineData(PostingStatus.HandedOver, OrderState.Shipped, ShelfMove.TakeUnheld)]
    public void APostingThatCameAndWentBetweenTwoPolls_IsTakenAsClosed(PostingStatus status, OrderState state, ShelfMove move)
    {
        var take = Assert.IsType<IntakeAnswer.Take>(Decide(Sample.Posting with { Status = status }, null));

        Assert.Equal((state, move, null), (take.Order.State, take.Move, take.Order.LookAt));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]          // the first instant of our guard belongs to it
    public void APostingClosedBeforeTheGuardBegan_IsHistory(int seconds, bool ignored)
    {
        var posting = Sample.Posting with { Status = PostingStatus.Delivered, InProcessAt = Sample.Noon + Duration.FromSeconds(seconds) };

        Assert.Equal(ignored, IntakePolicy.Decide(posting, null, Ladder, DispatchRules.None, Sample.Noon, Now) is IntakeAnswer.Unchanged);
    }

    [Fact]
    public void TheSamePostingAgain_ChangesNothing() => Assert.IsType<IntakeAnswer.Unchanged>(Decide(Sample.Posting, Taken(Sample.Posting)));

    [Theory]
    [InlineData(OrderState.Held, PostingStatus.Cancelled, OrderState.Cancelled, ShelfMove.Release)]
    [InlineData(OrderState.Held, PostingStatus.Split, OrderState.Cancelled, ShelfMove.Release)]
    [InlineData(OrderState.Held, PostingStatus.HandedOver, OrderState.Shipped, ShelfMove.HandOver)]
    [InlineData(OrderState.Held, PostingStatus.Delivered, OrderState.Shipped, ShelfMove.HandOver)]
    [InlineData(OrderState.Pending, PostingStatus.Cancelled, OrderState.Cancelled, ShelfMove.None)]
    [InlineData(OrderState.OutOfStock, PostingStatus.HandedOver, OrderState.Shipped, ShelfMove.TakeUnheld)]    // shipped by hand
    [InlineData(OrderState.SetAside, PostingStatus.HandedOver, OrderState.Shipped, ShelfMove.None)]
    [InlineData(OrderState.SetAside, PostingStatus.Cancelled, OrderState.Cancelled, ShelfMove.None)]
    public void AnOpenOrder_IsSettled(OrderState known, PostingStatus read, OrderState after, ShelfMove move)
    {
        var change = Assert.IsType<IntakeAnswer.Change>(Decide(Sample.Posting with { Status = read }, Held with { State = known }));

        Assert.Equal((after, move, null), (change.Order.State, change.WithdrawsHold, change.Order.LookAt));
    }

    [Fact]
    public void ACancelledHold_SaysWhenItWasReleased()
    {
        var change = Assert.IsType<IntakeAnswer.Change>(Decide(Sample.Posting with { Status = PostingStatus.Cancelled, CancelReason = "changed mind" }, Held));

        Assert.Equal((Now, Now, "changed mind"), (change.Order.CancelledAt, change.Order.ReleasedAt, change.Order.CancelReason));
    }

    [Fact]
    public void AMovedCutOff_WithdrawsWarningsAndAcknowledgement_AndPlansAnew()
    {
        var warned = Held with { Warned = [new RungNote("24h", RungFate.Named, Sample.Noon)], Acknowledged = new Acknowledgement("Anna", Sample.Noon, Sample.Noon) };
        var moved = Sample.Noon + Duration.FromHours(50);

        var change = Assert.IsType<IntakeAnswer.Change>(Decide(Sample.Posting with { ShipBy = moved }, warned));

        Assert.Equal((moved, Now, moved - Duration.FromHours(24)), (change.Order.ShipBy, change.Order.SeenFrom, change.Order.LookAt));
        Assert.Empty(change.Order.Warned);
        Assert.Null(change.Order.Acknowledged);
        Assert.Equal((OrderState.Held, ShelfMove.None), (change.Order.State, change.WithdrawsHold));
    }

    [Fact]
    public void ACutOffThatMovesBack_BringsItsNotesBack_SoThatNothingIsSaidTwice()
    {
        var warned = Held with { Warned = [new RungNote("24h", RungFate.Named, Sample.Noon)] };
        var moved = Assert.IsType<IntakeAnswer.Change>(Decide(Sample.Posting with { ShipBy = Sample.Noon + Duration.FromHours(50) }, warned));

        var back = Assert.IsType<IntakeAnswer.Change>(Decide(Sample.Posting, moved.Order));

        Assert.Equal(warned.Warned, back.Order.Warned);
        Assert.Empty(back.Order.Earlier);
    }

    [Fact]
    public void AnOrderThatIsOpenAgain_KeepsItsNotes_SoThatNothingIsSaidTwice()
    {
        var warned = Held with { Warned = [new RungNote("24h", RungFate.Named, Sample.Noon)] };
        var cancelled = Assert.IsType<IntakeAnswer.Change>(Decide(Sample.Posting with { Status = PostingStatus.Cancelled }, warned));

        var again = Assert.IsType<IntakeAnswer.Change>(Decide(Sample.Posting, cancelled.Order));

        Assert.Equal((OrderState.Pending, "24h"), (again.Order.State, Assert.Single(again.Order.Warned).Rung));
    }

    [Fact]
    public void ARemovedCutOff_KeepsTheOldDeadline_UntilTheNewOneIsTold() =>
        Assert.IsType<IntakeAnswer.Unchanged>(Decide(Sample.Posting with { ShipBy = null }, Held));

    [Fact]
    public void AStagePassed_MovesTheDeadlineOn()
    {
        var limits = Sample.Posting with { Limits = [new Limit(LimitClock.Pack, Sample.Noon + Duration.FromHours(10), DeadlineRule.PackLimit)] };
        var packing = Taken(limits) with { State = OrderState.Held, Warned = [new RungNote("24h", RungFate.Named, Now)] };

        var packed = Assert.IsType<IntakeAnswer.Change>(Decide(limits with { Status = PostingStatus.AwaitingHandOver }, packing)).Order;

        Assert.Equal((Sample.Noon + Duration.FromHours(10), DeadlineRule.PackLimit), (packing.ShipBy, packing.ShipByRule!.Kind));
        Assert.Equal((Sample.Posting.ShipBy, DeadlineRule.PlatformLimit, Sample.Posting.ShipBy - Duration.FromHours(24)), (packed.ShipBy, packed.ShipByRule!.Kind, packed.LookAt));
        Assert.Empty(packed.Warned);
    }

    [Fact]
    public void APickUpPlan_MovesTheDeadline_AndAMissedPickUpMovesItOn()
    {
        var daily = new DispatchRules { PickUps = EveryDayAt(new LocalTime(16, 0)) };
        var warned = Held with { Warned = [new RungNote("24h", RungFate.Named, Now)], Acknowledged = new Acknowledgement("Anna", Now, Now) };

        var planned = Assert.IsType<IntakeAnswer.Change>(IntakePolicy.Decide(Sample.Posting, warned, Ladder, daily, Sample.Noon, Now)).Order;
        var pickUp = Sample.Noon + Duration.FromHours(28);
        var missed = Assert.IsType<IntakeAnswer.Change>(IntakePolicy.Decide(Sample.Posting, planned, Ladder, daily, Sample.Noon, pickUp + Duration.FromMinutes(1))).Order;

        Assert.Equal((pickUp, CarrierPickUp.LastBeforeLimit, false), (planned.ShipBy, planned.ShipByRule!.PickUp, planned.HasNoPickUpLeft));
        Assert.Empty(planned.Warned);
        Assert.Null(planned.Acknowledged);
        Assert.Equal((Sample.Posting.ShipBy, true, Sample.Posting.ShipBy), (missed.ShipBy, missed.HasNoPickUpLeft, missed.LateAfter));
        Assert.Equal(warned.Warned, missed.Warned);                      // the limit's own rungs were said once already
        Assert.IsType<IntakeAnswer.Unchanged>(IntakePolicy.Decide(Sample.Posting, planned, Ladder, daily, Sample.Noon, pickUp));
    }

    [Fact]
    public void AnotherRuleForTheSameInstant_IsNoted_AndWarningsStay()
    {
        var atTheLimit = new DispatchRules { PickUps = EveryDayAt(new LocalTime(18, 0)) };
        var warned = Held with { Warned = [new RungNote("24h", RungFate.Named, Now)] };

        var change = Assert.IsType<IntakeAnswer.Change>(IntakePolicy.Decide(Sample.Posting, warned, Ladder, atTheLimit, Sample.Noon, Now));

        Assert.Equal((Held.ShipBy, CarrierPickUp.LastBeforeLimit), (change.Order.ShipBy, change.Order.ShipByRule!.PickUp));
        Assert.Equal(warned.Warned, change.Order.Warned);
    }

    [Theory]
    [InlineData("26h,2h", 4)]
    [InlineData("24h,2h", null)]
    [InlineData("12h,2h", null)]                                         // planned too early now: the look finds nothing to do and plans anew
    public void AnotherLadder_PlansAnEarlierLookAnew(string ladder, int? hours)
    {
        var answer = IntakePolicy.Decide(Sample.Posting, Held, Ladder.Parse(ladder), DispatchRules.None, Sample.Noon, Now);

        Assert.Equal(hours is { } some ? Sample.Noon + Duration.FromHours(some) : null, (answer as IntakeAnswer.Change)?.Order.LookAt);
    }

    [Fact]
    public void ARowOfAnOlderVersion_IsLeftAsItIs_WhileTheLimitIsPlain() =>
        Assert.IsType<IntakeAnswer.Unchanged>(Decide(Sample.Posting, Held with { ShipByRule = null }));

    [Fact]
    public void ChangedProducts_GiveTheHoldBack_AndAskAnew()
    {
        var change = Assert.IsType<IntakeAnswer.Change>(Decide(Sample.Posting with { Lines = [Sample.TwoMugs with { Quantity = 1 }] }, Held));

        Assert.Equal((OrderState.Pending, ShelfMove.Release, Now), (change.Order.State, change.WithdrawsHold, change.Order.ReleasedAt));
    }

    [Fact]
    public void AFlawThatShowsLater_IsNoted_AndTheHoldStays()
    {
        var change = Assert.IsType<IntakeAnswer.Change>(Decide(Sample.Posting with { Status = PostingStatus.Unknown, RawStatus = "new_word", Flaw = "unknown status" }, Held));

        Assert.Equal((OrderState.Held, "unknown status", ShelfMove.None), (change.Order.State, change.Order.Flaw, change.WithdrawsHold));
    }

    [Fact]
    public void AMendedPosting_LeavesTheSetAside()
    {
        var aside = Taken(Sample.Posting with { Flaw = "quantity is 0", Lines = [] });

        var change = Assert.IsType<IntakeAnswer.Change>(Decide(Sample.Posting, aside));

        Assert.Equal((OrderState.Pending, null), (change.Order.State, change.Order.Flaw));
        Assert.Equal(Sample.Posting.Lines, change.Order.Lines);
    }

    [Theory]
    [InlineData(OrderState.Held, ShelfMove.HandOver)]
    [InlineData(OrderState.OutOfStock, ShelfMove.TakeUnheld)]
    public void CancelledAfterShip_NeverReturnsUnitsToTheShelf_EvenWhenTheShippingWasNotSeen(OrderState known, ShelfMove move)
    {
        var posting = Sample.Posting with { Status = PostingStatus.Cancelled, CancelledAfterShip = true };

        var change = Assert.IsType<IntakeAnswer.Change>(Decide(posting, Held with { State = known }));

        Assert.Equal((OrderState.Shipped, Now, Now, move), (change.Order.State, change.Order.ShippedAt, change.Order.CancelledAt, change.WithdrawsHold));
        Assert.IsType<IntakeAnswer.Unchanged>(Decide(posting, change.Order));
    }

    [Fact]
    public void CancelledAfterShipping_IsNotedOnce_AndTheGoodsStayAway()
    {
        var posting = Sample.Posting with { Status = PostingStatus.Cancelled };
        var shipped = Held with { State = OrderState.Shipped, Status = PostingStatus.HandedOver, LookAt = null };

        var change = Assert.IsType<IntakeAnswer.Change>(Decide(posting, shipped));

        Assert.Equal((OrderState.Shipped, Now, ShelfMove.None), (change.Order.State, change.Order.CancelledAt, change.WithdrawsHold));
        Assert.IsType<IntakeAnswer.Unchanged>(Decide(posting, change.Order));
    }

    private static PickUpPlan EveryDayAt(LocalTime time) =>
        new(DateTimeZone.Utc, Enumerable.Range(1, 7).ToDictionary(day => (IsoDayOfWeek)day, IReadOnlyList<LocalTime> (_) => [time]), new Dictionary<LocalDate, IReadOnlyList<LocalTime>>());

    private static Order Taken(Posting posting) => Assert.IsType<IntakeAnswer.Take>(Decide(posting, null)).Order;

    private static IntakeAnswer Decide(Posting posting, Order? known) => IntakePolicy.Decide(posting, known, Ladder, DispatchRules.None, Sample.Noon, Now);
}
