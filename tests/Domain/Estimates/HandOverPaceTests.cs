using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Estimates;

namespace ShipBy.Domain.Tests.Estimates;

public sealed class HandOverPaceTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Usual(DateTimeZone.Utc);
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly HandOver InFiveHours = new(Monday, Monday + Duration.FromDays(2), Monday + Duration.FromHours(5));

    [Fact]
    public void WithoutARecord_ThePriorSpeaks()
    {
        Assert.Equal(HandOverPace.Unknown, HandOverPace.Of([], Calendar, Monday));
        Assert.Equal((true, Duration.FromHours(12)), (HandOverPace.Unknown.IsGuess, HandOverPace.Unknown.UsualWait));
    }

    [Fact]
    public void AnOrder_CountsFromThreeDaysBeforeItsLimit_UntilItLeaves()
    {
        var order = new HandOver(Monday - Duration.FromDays(20), Monday + Duration.FromDays(3), Monday + Duration.FromHours(5));

        Assert.Equal(new HandOverRecord(1, Duration.FromHours(5)), HandOverRecord.Of(order, Calendar));
        Assert.Equal(new HandOverRecord(0, Duration.FromHours(5)), HandOverRecord.Of(order with { HandedOverAt = null, ClosedAt = order.HandedOverAt }, Calendar));
        Assert.Equal(HandOverRecord.None, HandOverRecord.Of(order with { HandedOverAt = Monday }, Calendar));      // gone before it came near
        Assert.Equal(HandOverRecord.None, HandOverRecord.Of(order with { HandedOverAt = null }, Calendar));        // still open
    }

    [Fact]
    public void WhatHappensLater_IsNotKnownYet()
    {
        var end = InFiveHours.HandedOverAt!.Value;

        Assert.Equal(HandOverPace.Unknown, HandOverPace.Of([InFiveHours], Calendar, end - Duration.FromTicks(1)));
        Assert.Equal(new HandOverRecord(1, Duration.FromHours(5)), HandOverPace.Of([InFiveHours], Calendar, end).Record);
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(61, 60)]
    [InlineData(600, 60)]
    public void AForgottenOrder_StopsCounting(int workingHours, int counted)
    {
        var end = Calendar.After(Monday, Duration.FromHours(workingHours));

        Assert.Equal(Duration.FromHours(counted), HandOverRecord.Of(new HandOver(Monday, Monday + Duration.FromDays(1), end), Calendar).Exposure);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void AHandfulOfOrders_IsMoreThanAGuess(int orders, bool isGuess)
    {
        var pace = HandOverPace.Of(Enumerable.Repeat(InFiveHours, orders), Calendar, Monday + Duration.FromDays(1));

        Assert.Equal(isGuess, pace.IsGuess);
        Assert.Equal(Duration.FromHours(24 + orders * 5) / (2 + orders), pace.UsualWait);
    }

    [Fact]
    public void WithoutWorkingTimeLeft_ItIsMissedForCertain() => Assert.Equal(1, HandOverPace.Unknown.ChanceToMiss(Duration.FromHours(3), Duration.Zero));

    [Fact]
    public void TheChance_FallsWithTimeLeft_AndRisesWithTimeLain_AndWithASlowerShop()
    {
        var chance = HandOverPace.Unknown.ChanceToMiss(Duration.FromHours(6), Duration.FromHours(12));

        Assert.InRange(chance, 0.3, 0.6);
        Assert.True(HandOverPace.Unknown.ChanceToMiss(Duration.FromHours(6), Duration.FromHours(13)) < chance);
        Assert.True(HandOverPace.Unknown.ChanceToMiss(Duration.FromHours(7), Duration.FromHours(12)) > chance);
        Assert.True(new HandOverPace(new HandOverRecord(0, Duration.FromHours(24))).ChanceToMiss(Duration.FromHours(6), Duration.FromHours(12)) > chance);
    }

    /// <summary>An unknown shop's scale is 48 hours: at 36 of 60 hours lain the chance is (84/108)^4.</summary>
    [Theory]
    [InlineData(0.366, 36)]
    [InlineData(0.02, 0)]       // it is higher from the beginning
    [InlineData(1, 60)]
    public void TheTimeOfAChance_IsFoundBackwards(double chance, int hours)
    {
        var whole = Duration.FromHours(60);
        var lain = HandOverPace.Unknown.LainWhenChanceIs(chance, whole);

        Assert.Equal(hours, lain.TotalHours, tolerance: 0.05);
        Assert.True(HandOverPace.Unknown.ChanceToMiss(lain, whole - lain) >= chance);
        Assert.True(lain == Duration.Zero || HandOverPace.Unknown.ChanceToMiss(lain - Duration.FromSeconds(1), whole - lain + Duration.FromSeconds(1)) < chance);
    }
}
