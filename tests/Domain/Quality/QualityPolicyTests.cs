using System.Globalization;
using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Transit;
using ShipBy.TestKit;
using static ShipBy.Domain.Quality.QualityMeasure;

namespace ShipBy.Domain.Tests.Quality;

/// <summary>The sample's order comes on Monday 2026-03-02 at noon UTC, with two mugs, and is due on Tuesday at 18:00 UTC.</summary>
public sealed class QualityPolicyTests
{
    private static readonly Instant Limit = Sample.Noon + Duration.FromHours(30);

    private static readonly Order Shipped = Sample.Order with { State = OrderState.Shipped, Status = PostingStatus.HandedOver, ShippedAt = Sample.Noon + Duration.FromHours(3) };

    private static readonly Order Cancelled = Sample.Order with { State = OrderState.Cancelled, Status = PostingStatus.Cancelled, CancelledAt = Sample.Noon + Duration.FromHours(3) };

    /// <summary>The limit itself is in time; what is neither shipped nor cancelled past it is late now, and before it is not due yet.</summary>
    [Theory]
    [InlineData("shipped", "2026-03-03T18:00:00Z", 1, 0)]
    [InlineData("shipped", "2026-03-03T18:00:01Z", 1, 1)]
    [InlineData("open", "2026-03-03T18:00:00Z", 0, 0)]
    [InlineData("open", "2026-03-03T18:00:01Z", 1, 1)]
    [InlineData("cancelled", "2026-03-03T18:00:00Z", 0, 0)]          // before it was due
    [InlineData("cancelled", "2026-03-03T18:00:01Z", 1, 1)]          // it had been late by then
    [InlineData("cancelled after hand-over", "2026-03-03T18:00:00Z", 1, 0)]
    [InlineData("cancelled after hand-over", "2026-03-03T18:00:01Z", 1, 1)]
    [InlineData("first seen shipped", "2026-03-03T18:00:00Z", 1, 0)]     // whenever it was handed over, not after that
    [InlineData("first seen shipped", "2026-03-03T18:00:01Z", 0, 0)]     // nobody knows
    [InlineData("first seen cancelled", "2026-03-03T18:00:01Z", 0, 0)]
    public void Late_IsWhatWasNotHandedOverByItsLimit(string how, string at, int due, int late)
    {
        var moment = NodaTime.Text.InstantPattern.General.Parse(at).Value;
        var order = how switch
        {
            "shipped" => Shipped with { ShippedAt = moment },
            "open" => Sample.Order,
            "cancelled" => Cancelled with { CancelledAt = moment },
            "cancelled after hand-over" => Shipped with { ShippedAt = moment, CancelledAt = moment + Duration.FromDays(2), Status = PostingStatus.Cancelled },
            "first seen shipped" => Shipped with { ShippedAt = moment, TakenAt = moment },
            _ => Cancelled with { CancelledAt = moment, TakenAt = moment },
        };

        var sum = Sum(order, moment);

        Assert.Equal((due, late, late), (sum[Due], sum[QualityMeasure.Late], sum.DefectiveBy(DefectKinds.Late)));
    }

    [Fact]
    public void ALimitForPacking_IsNoneForHandingOver() => Assert.Equal(0, Sum(Shipped with { ShipByRule = new ShipByRule(DeadlineRule.PackLimit, Limit), ShippedAt = Limit + Duration.FromHours(9) })[Due]);

    [Fact]
    public void APickUpThatWasMissed_MakesNothingLate() =>
        Assert.Equal((1, 0), (Sum(Missed())[Due], Sum(Missed())[QualityMeasure.Late]));

    /// <summary>The seller's midnight parts the days, not Greenwich's: in Shanghai the order is of Monday evening, its limit of Wednesday early.</summary>
    [Theory]
    [InlineData("UTC", "2026-03-02", "2026-03-03", "2026-03-02")]
    [InlineData("Asia/Shanghai", "2026-03-02", "2026-03-04", "2026-03-02")]
    [InlineData("Asia/Kamchatka", "2026-03-03", "2026-03-04", "2026-03-03")]
    [InlineData("America/Los_Angeles", "2026-03-02", "2026-03-03", "2026-03-02")]
    public void EachPart_FallsOnTheSellersDay(string zone, string ordered, string due, string shipped)
    {
        var days = QualityPolicy.Of(Shipped, DateTimeZoneProviders.Tzdb[zone], Sample.Noon);

        Assert.Equal([(ordered, Ordered), (due, Due), (shipped, QualityMeasure.Shipped)], new[] { Ordered, Due, QualityMeasure.Shipped }.Select(measure => (NodaTime.Text.LocalDatePattern.Iso.Format(days.Single(day => day.Value[measure] == 1).Key), measure)));
    }

    /// <summary>A confirmed cause tells more than who pressed the button here, and that more than the marketplace's word.</summary>
    [Theory]
    [InlineData(null, null, false, "0 0 1")]
    [InlineData(Canceller.Seller, null, false, "1 0 0")]
    [InlineData(Canceller.Buyer, null, false, "0 1 0")]
    [InlineData(Canceller.Marketplace, null, false, "0 0 1")]
    [InlineData(Canceller.Carrier, null, false, "0 0 1")]
    [InlineData(null, null, true, "1 0 0")]
    [InlineData(Canceller.Buyer, null, true, "1 0 0")]         // who pressed the button here, knows
    [InlineData(Canceller.Unknown, null, false, "0 0 1")]
    [InlineData(Canceller.Seller, CauseKind.Buyer, false, "0 1 0")]
    [InlineData(Canceller.Buyer, CauseKind.Stock, false, "1 0 0")]
    public void ACancellation_CountsForWhoeverCancelled(Canceller? told, CauseKind? cause, bool weAsked, string counts)
    {
        var order = Cancelled with
        {
            CancelledBy = told,
            Cause = cause is { } kind ? new ConfirmedCause(kind, "Anna", Sample.Noon) : null,
            Instruction = weAsked ? new Instruction { Kind = InstructionKind.Cancel, AskedAt = Sample.Noon, AskedBy = "Anna", State = InstructionState.Done } : null,
        };
        var sum = Sum(order);

        Assert.Equal(counts, string.Create(CultureInfo.InvariantCulture, $"{sum[CancelledBySeller]} {sum[CancelledByBuyer]} {sum[CancelledOtherwise]}"));
        Assert.Equal(sum[CancelledBySeller], sum.DefectiveBy(DefectKinds.CancelledBySeller));
    }

    [Fact]
    public void ACancellationAfterTheHandOver_IsNone_AndTheOrderWasShipped()
    {
        var sum = Sum(Shipped with { CancelledAt = Limit, CancelledBy = Canceller.Seller, Status = PostingStatus.Cancelled });

        Assert.Equal((0, 1), (sum[CancelledBySeller], sum[QualityMeasure.Shipped]));
    }

    [Theory]
    [InlineData("split")]
    [InlineData("never paid")]
    [InlineData("not yet paid")]
    public void WhatIsNoOrder_CountsNowhere(string what) => Assert.Empty(QualityPolicy.Of(
        what switch
        {
            "split" => Cancelled with { Status = PostingStatus.Split },
            "never paid" => Cancelled with { NeverPaid = true },
            _ => Sample.Order with { Status = PostingStatus.AwaitingConfirmation },
        },
        DateTimeZone.Utc,
        Limit + Duration.FromDays(1)));

    [Fact]
    public void TwoDefects_MakeOneDefectiveOrder_WhicheverIsCounted()
    {
        var sum = Sum(Noted(Noted(Shipped, DefectKind.Damaged), DefectKind.Chargeback) with { Review = 1, ShippedAt = Limit + Duration.FromHours(1) });

        Assert.Equal((1, 1, 1, 0), (sum.DefectiveBy(DefectKinds.All), sum.DefectiveBy(DefectKinds.Amazon), sum.DefectiveBy(DefectKinds.Late), sum.DefectiveBy(DefectKinds.Lost)));
        Assert.Equal(DefectKinds.Late | DefectKinds.Damaged | DefectKinds.Chargeback | DefectKinds.BadReview, Assert.Single(sum.Defective).Kinds);
    }

    [Fact]
    public void ADefectThatWasTakenBack_IsNone() => Assert.Empty(Sum(DefectPolicy.TakeBack(Noted(Shipped, DefectKind.Damaged), DefectKind.Damaged, Limit)).Defective);

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 0, 0)]
    [InlineData(4, 0, 1)]
    [InlineData(5, 0, 1)]
    public void Stars_AreBadUpToTwo_AndGoodFromFour(int stars, int bad, int satisfied)
    {
        var sum = Sum(Shipped with { Review = stars });

        Assert.Equal((1, stars, satisfied, bad), (sum[Reviewed], sum[Stars], sum[Satisfied], sum.DefectiveBy(DefectKinds.BadReview)));
    }

    [Theory]
    [InlineData("held", 1, 1, 2, 2)]
    [InlineData("short by one", 1, 0, 2, 1)]
    [InlineData("short by one, held later", 1, 0, 2, 1)]
    [InlineData("short, an older row", 1, 0, 2, 0)]
    [InlineData("never looked at", 0, 0, 0, 0)]
    public void Fill_IsWhatWasThereAtTheFirstAttempt(string how, int orders, int filled, int units, int there)
    {
        var sum = Sum(how switch
        {
            "held" => Shipped with { HeldAt = Sample.Noon },
            "short by one" => Sample.Order with { State = OrderState.OutOfStock, OutOfStockAt = Sample.Noon, MissingUnits = 1, ShortAtFirst = 1 },
            "short by one, held later" => Shipped with { OutOfStockAt = Sample.Noon, HeldAt = Limit, ShortAtFirst = 1 },
            "short, an older row" => Shipped with { OutOfStockAt = Sample.Noon, HeldAt = Limit },
            _ => Shipped,
        });

        Assert.Equal((orders, filled, units, there), (sum[Reserved], sum[FilledAtOnce], sum[UnitsReserved], sum[UnitsFilledAtOnce]));
    }

    [Theory]
    [InlineData(null, 3, 180)]
    [InlineData(60, 2, 120)]
    [InlineData(61, 2, 119)]         // the first whole hour that holds it
    [InlineData(240, 1, 0)]          // paid after it was handed over
    public void HandlingTime_RunsFromThePayment(int? paidAfterMinutes, int hours, int minutes)
    {
        var sum = Sum(Shipped with { PaidAt = paidAfterMinutes is { } after ? Sample.Noon + Duration.FromMinutes(after) : null, TakenAt = Sample.Noon });

        Assert.Equal((1, minutes, hours), (sum[Timed], sum[MinutesTaken], Assert.Single(sum.Took.Hours).Hours));
    }

    [Fact]
    public void HandlingTime_IsUnknownOfAnOrderThatWasFirstSeenShipped() => Assert.Equal((0, 1), (Sum(Shipped with { TakenAt = Shipped.ShippedAt!.Value })[Timed], Sum(Shipped with { TakenAt = Shipped.ShippedAt!.Value })[QualityMeasure.Shipped]));

    [Theory]
    [InlineData(120, true, 1, 1)]
    [InlineData(119, true, 1, 0)]        // too late to act
    [InlineData(120, false, 1, 0)]       // warned, and late all the same
    [InlineData(0, true, 1, 0)]
    [InlineData(-1, false, 0, 0)]        // that it is overdue is no warning
    [InlineData(null, true, 0, 0)]
    public void AWarning_YieldsWhatItSaves(int? minutesAhead, bool inTime, int warned, int saved)
    {
        var sum = Sum(Shipped with
        {
            ShippedAt = inTime ? Limit : Limit + Duration.FromMinutes(1),
            Warned = minutesAhead is { } ahead ? [new RungNote("6h", RungFate.Named, Limit - Duration.FromMinutes(ahead))] : [new RungNote("6h", RungFate.Acknowledged, Sample.Noon)],
        });

        Assert.Equal((warned, saved), (sum[Warned], sum[WarnedAndSaved]));
    }

    [Theory]
    [InlineData("arrived in time", 1, 1, 0)]
    [InlineData("arrived a second late", 1, 0, 0)]
    [InlineData("on its way", 0, 0, 1)]
    [InlineData("nobody saw it", 0, 0, 0)]
    [InlineData("the carrier told", 1, 1, 0)]
    public void AParcel_IsMeasuredByItsPromise(string how, int delivered, int inTime, int under)
    {
        var order = Shipped with { DeliverBy = Limit + Duration.FromDays(3) };
        var sum = Sum(how switch
        {
            "arrived in time" => order with { DeliveredAt = order.DeliverBy },
            "arrived a second late" => order with { DeliveredAt = order.DeliverBy + Duration.FromSeconds(1) },
            "on its way" => order with { Transit = new Sighting(TransitSign.Scanned, null, Limit) },
            "the carrier told" => order with { CarrierTold = new CarrierNote(CarrierEventKind.Delivered, Limit) },
            _ => order,
        });

        Assert.Equal((delivered, inTime, under), (sum[Delivered], sum[DeliveredInTime], sum[Undelivered]));
    }

    [Fact]
    public void WhatWasCounted_CanBeTakenOffAgain()
    {
        var sum = Sum(Noted(Shipped, DefectKind.WrongItem) with { Review = 4, PaidAt = Sample.Noon });

        Assert.True((sum + -sum).IsNothing);
        Assert.Equal(1, sum[Inaccurate]);
    }

    private static Order Missed() => Shipped with { ShipBy = Limit - Duration.FromHours(6), ShippedAt = Limit, ShipByRule = new ShipByRule(DeadlineRule.PlatformLimit, Limit, null, CarrierPickUp.LastBeforeLimit) };

    private static Order Noted(Order order, DefectKind kind) => DefectPolicy.Note(order, kind, "Anna", null, Sample.Noon);

    private static QualityTally Sum(Order order, Instant? now = null) => QualityTally.Sum(QualityPolicy.Of(order, DateTimeZone.Utc, now ?? Limit + Duration.FromDays(9)).Values);
}
