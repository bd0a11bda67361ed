using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Deadlines;

/// <summary>Days of March 2026; the second is a Monday. All clocks are UTC, and it is Monday noon.</summary>
public sealed class DeadlineInForceTests
{
    private static readonly InstantPattern Form = InstantPattern.CreateWithInvariantCulture("dd HH:mm").WithTemplateValue(Instant.FromUtc(2026, 3, 1, 0, 0));

    private static readonly Posting Bare = Sample.Posting with { InProcessAt = At("02 12:00"), ShipBy = null };

    private static readonly WorkCalendar Usual = WorkCalendar.Usual(DateTimeZone.Utc);

    private static readonly DispatchRules SixteenHours = new() { HandlingTime = new HandlingTime(Duration.FromHours(16), Usual) };

    private static readonly DispatchRules Courier = new()
    {
        PickUps = new PickUpPlan(DateTimeZone.Utc, Enumerable.Range(1, 5).ToDictionary(day => (IsoDayOfWeek)day, IReadOnlyList<LocalTime> (_) => [new LocalTime(16, 0)]), new Dictionary<LocalDate, IReadOnlyList<LocalTime>>()),
    };

    [Theory]
    [InlineData("ship 03 18:00", "03 18:00 PlatformLimit")]
    [InlineData("ship 03 18:00, late 06 18:00", "03 18:00 PlatformLimit")]
    [InlineData("ship 03 18:00, late 03 18:00", "03 18:00 PlatformLimit")]                   // of the same instant, the nearer stage's
    [InlineData("ship 03 18:00, late 03 17:59", "03 17:59 PlatformLateness")]                // the earlier costs first, whichever it is
    [InlineData("late 06 18:00", "06 18:00 PlatformLateness")]
    [InlineData("ship 03 18:00, pack 03 12:00", "03 12:00 PackLimit")]
    [InlineData("ship 03 18:00, pack 03 12:00, confirm 02 20:00", "03 12:00 PackLimit")]     // it is confirmed already
    [InlineData("ship 03 18:00, pack 04 12:00", "03 18:00 PlatformLimit")]
    [InlineData("", null)]
    public void TheEarliestLimitThatStillCounts_IsInForce(string limits, string? expected) => Assert.Equal(expected, Words(Of(limits, PostingStatus.AwaitingPackaging)));

    [Theory]
    [InlineData(PostingStatus.AwaitingConfirmation, "02 20:00 ConfirmLimit")]
    [InlineData(PostingStatus.AwaitingPackaging, "03 12:00 PackLimit")]
    [InlineData(PostingStatus.AwaitingHandOver, "03 18:00 PlatformLimit")]
    [InlineData(PostingStatus.HandedOver, "03 18:00 PlatformLimit")]
    [InlineData(PostingStatus.Unknown, "02 20:00 ConfirmLimit")]                             // may be any stage: early is safe
    public void AStagePassed_BringsTheNextLimitUp(PostingStatus status, string expected) =>
        Assert.Equal(expected, Words(Of("ship 03 18:00, pack 03 12:00, confirm 02 20:00", status)));

    [Theory]
    [InlineData("02 12:00", "02 16:00 PlatformLimit+LastBeforeLimit")]
    [InlineData("02 16:00", "02 16:00 PlatformLimit+LastBeforeLimit")]                       // the carrier is at the door
    [InlineData("02 16:01", "03 12:00 PlatformLimit+NoneLeft")]                              // missed: the limit itself is all that is left
    [InlineData("04 12:00", "03 12:00 PlatformLimit+NoneLeft")]
    public void WhatNeedsTheCarrier_IsDueAtItsLastPickUp(string now, string expected) =>
        Assert.Equal(expected, Words(DeadlineInForce.Of(Posting("ship 03 12:00", PostingStatus.AwaitingHandOver), null, Courier, At(now))));

    [Theory]
    [InlineData("ship 03 12:00, pack 02 18:00", "02 16:00 PlatformLimit+LastBeforeLimit")]   // the limit is later than that for packing, its pick-up is not
    [InlineData("ship 03 12:00, pack 02 15:00", "02 15:00 PackLimit")]                       // packing needs no carrier
    [InlineData("ship 02 15:00, late 06 12:00", "02 15:00 PlatformLimit+NoneLeft")]
    public void PickUps_CountBeforeLimitsAreCompared(string limits, string expected) =>
        Assert.Equal(expected, Words(DeadlineInForce.Of(Posting(limits, PostingStatus.AwaitingPackaging), null, Courier, At("02 12:00"))));

    [Fact]
    public void AClosedPosting_WaitsForNoCarrier() =>
        Assert.Equal("03 12:00 PlatformLimit", Words(DeadlineInForce.Of(Posting("ship 03 12:00", PostingStatus.HandedOver), null, Courier, At("04 12:00"))));

    [Theory]
    [InlineData("", "03 16:00 HandlingTime")]                                                // nine hours on Monday, seven on Tuesday
    [InlineData("ship 06 12:00", "06 12:00 PlatformLimit")]                                  // what the marketplace says wins, even when it is later
    [InlineData("late 06 12:00", "06 12:00 PlatformLateness")]
    public void TheShopsHandlingTime_StandsInForAMissingLimit(string limits, string expected) =>
        Assert.Equal(expected, Words(DeadlineInForce.Of(Posting(limits, PostingStatus.AwaitingPackaging), null, SixteenHours, At("02 12:00"))));

    [Theory]
    [InlineData(PostingStatus.AwaitingConfirmation, "02 10:00", null, "03 14:00 HandlingTime")]
    [InlineData(PostingStatus.AwaitingConfirmation, null, null, null)]                       // nobody has paid yet
    [InlineData(PostingStatus.AwaitingPackaging, null, null, "03 16:00 HandlingTime")]       // no instant told: from now on
    [InlineData(PostingStatus.AwaitingPackaging, null, "02 11:00", "03 15:00 HandlingTime")] // or from the one that the ledger has
    public void TheHandlingTime_CountsFromThePayment(PostingStatus status, string? began, string? known, string? expected)
    {
        var posting = Bare with { Status = status, InProcessAt = began is null ? null : At(began) };
        var order = known is null ? null : Sample.Order with { ShipBy = null, OrderedAt = At(known) };

        Assert.Equal(expected, Words(DeadlineInForce.Of(posting, order, SixteenHours, At("02 12:00"))));
        Assert.Equal("03 13:00 HandlingTime", Words(DeadlineInForce.Of(posting with { PaidAt = At("02 09:00") }, order, SixteenHours, At("02 12:00"))));
    }

    [Theory]
    [InlineData("02 11:59", "03 15:59 HandlingTime")]
    [InlineData("02 12:00", "05 12:00 Promotion (Sale, 72 h, projection)")]                  // the period's first instant belongs to it, its end does not
    [InlineData("03 11:59", "06 11:59 Promotion (Sale, 72 h, projection)")]
    [InlineData("03 12:00", "04 16:00 HandlingTime")]
    public void APromotionPeriod_ReplacesTheHandlingTime_ForOrdersPaidInIt(string paid, string expected)
    {
        var sale = new PromotionPeriod("Sale", new NodaTime.Interval(At("02 12:00"), At("03 12:00")), new HandlingTime(Duration.FromHours(72)), "notice", Confidence.Projection);

        var date = DeadlineInForce.Of(Bare with { PaidAt = At(paid) }, null, SixteenHours with { Promotions = [sale] }, At("04 12:00"));

        Assert.Equal(expected, date is { Rule.Kind: DeadlineRule.Promotion } ? $"{Words(date)} ({date.Rule.Detail})" : Words(date));
    }

    [Theory]
    [InlineData("PlatformLimit", "", "03 18:00 PlatformLimit")]                              // a slot taken back: the old one holds
    [InlineData("PlatformLimit", "late 06 18:00", "03 18:00 PlatformLimit")]
    [InlineData("PlatformLimit", "ship 05 18:00", "05 18:00 PlatformLimit")]
    [InlineData("PlatformLateness", "late 06 18:00", "06 18:00 PlatformLateness")]
    [InlineData("HandlingTime", "", "03 16:00 HandlingTime")]                                // the shop's own rule is asked anew
    [InlineData("Promotion", "late 06 18:00", "06 18:00 PlatformLateness")]
    public void AHandOverLimitThatIsTakenBack_HoldsUntilTheNextIsTold(string kind, string limits, string expected)
    {
        var known = Sample.Order with { ShipBy = At("03 18:00"), ShipByRule = new ShipByRule(Enum.Parse<DeadlineRule>(kind), At("03 18:00")) };

        Assert.Equal(expected, Words(DeadlineInForce.Of(Posting(limits, PostingStatus.AwaitingPackaging), known, SixteenHours, At("02 12:00"))));
    }

    [Fact]
    public void ALimitTakenBack_IsRememberedBehindThePickUpBeforeIt()
    {
        var first = DeadlineInForce.Of(Posting("ship 03 12:00", PostingStatus.AwaitingPackaging), null, Courier, At("02 12:00"))!;
        var known = Sample.Order with { ShipBy = first.At, ShipByRule = first.Rule };

        Assert.Equal("03 12:00 PlatformLimit+NoneLeft", Words(DeadlineInForce.Of(Posting("", PostingStatus.AwaitingPackaging), known, Courier, At("02 17:00"))));
    }

    [Fact]
    public void TheDeadlineInForce_IsNeverAfterALimitThatCounts()
    {
        var instant = Gen.Choose(0, 40_000).Select(minutes => At("02 00:00") + Duration.FromMinutes(minutes));
        var limit = from clock in Gen.Elements(Enum.GetValues<LimitClock>()) from at in instant select new Limit(clock, at, DeadlineRule.PlatformLimit);
        var posting = from status in Gen.Elements(Enum.GetValues<PostingStatus>()) from limits in Gen.ListOf(limit) select Bare with { Status = status, Limits = limits };

        Prop.ForAll(posting.ToArbitrary(), instant.ToArbitrary(), Gen.Elements(Courier, DispatchRules.None).ToArbitrary(), (one, now, rules) =>
        {
            var counting = one.Limits.Where(limit => limit.Clock.RunsIn(one.Status)).ToList();
            var date = DeadlineInForce.Of(one, null, rules, now);
            return counting.Count == 0 ? date is null
                : counting.All(limit => date!.At <= limit.At) && date!.At <= date.Rule.Limit && (date.At == date.Rule.Limit || date.At >= now);
        }).QuickCheckThrowOnFailure();
    }

    private static ShipByDate? Of(string limits, PostingStatus status) => DeadlineInForce.Of(Posting(limits, status), null, DispatchRules.None, At("02 12:00"));

    /// <param name="limits">As <c>ship 03 18:00, pack 03 12:00</c>.</param>
    private static Posting Posting(string limits, PostingStatus status)
    {
        var told = limits.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(limit => limit.Split(' ', 2)).ToDictionary(limit => limit[0], limit => At(limit[1]));
        return Bare with
        {
            Status = status,
            ShipBy = told.TryGetValue("ship", out var ship) ? ship : null,
            Limits = [.. Told("late", LimitClock.Lateness, DeadlineRule.PlatformLateness), .. Told("pack", LimitClock.Pack, DeadlineRule.PackLimit), .. Told("confirm", LimitClock.Confirm, DeadlineRule.ConfirmLimit)],
        };

        IEnumerable<Limit> Told(string name, LimitClock clock, DeadlineRule rule) => told.TryGetValue(name, out var at) ? [new Limit(clock, at, rule)] : [];
    }

    private static string? Words(ShipByDate? date) =>
        date is null ? null : $"{Form.Format(date.At)} {date.Rule.Kind}{(date.Rule.PickUp == CarrierPickUp.NotPlanned ? "" : $"+{date.Rule.PickUp}")}";

    private static Instant At(string text) => Form.Parse(text).Value;
}
