using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Estimates;

namespace ShipBy.Domain.Tests.Estimates;

public sealed class HandOverPaceTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Usual(DateTimeZone.Utc);
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Fact]
    public void WithoutARecord_ThePriorSpeaks() => Assert.Equal(HandOverPace.Prior, HandOverPace.Of([], Calendar, Monday));

    [Fact]
    public void AnOrder_CountsFromThreeDaysBeforeItsLimit_UntilItLeaves()
    {
        var order = new HandOver(Monday - Duration.FromDays(20), Monday + Duration.FromDays(3), Monday + Duration.FromHours(5));

        var pace = HandOverPace.Of([order], Calendar, Monday + Duration.FromDays(1));

        Assert.Equal((3, Duration.FromHours(24 + 5)), (pace.HandOvers, pace.Exposure));
    }

    [Fact]
    public void WhatHappensLater_IsNotKnownYet()
    {
        var at = Monday + Duration.FromHours(4);
        var asItWas = new HandOver(Monday, Monday + Duration.FromDays(2), HandedOverAt: null);

        var known = HandOverPace.Of([asItWas], Calendar, at);

        Assert.Equal((2, Duration.FromHours(24 + 4)), (known.HandOvers, known.Exposure));
        Assert.Equal(known, HandOverPace.Of([asItWas with { HandedOverAt = at + Duration.FromTicks(1) }], Calendar, at));
        Assert.Equal(known, HandOverPace.Of([asItWas with { ClosedAt = at + Duration.FromTicks(1) }], Calendar, at));
        Assert.Equal(known, HandOverPace.Of([asItWas, asItWas with { SeenFrom = at }], Calendar, at));
        Assert.Equal(known with { HandOvers = 3 }, HandOverPace.Of([asItWas with { HandedOverAt = at }], Calendar, at));
    }

    [Fact]
    public void AForgottenOrder_StopsCounting()
    {
        var forgotten = new HandOver(Monday, Monday + Duration.FromDays(1), HandedOverAt: null);

        Assert.Equal(Duration.FromHours(24 + 60), HandOverPace.Of([forgotten], Calendar, Monday + Duration.FromDays(300)).Exposure);
    }

    [Fact]
    public void WithoutWorkingTimeLeft_ItIsMissedForCertain() => Assert.Equal(1, HandOverPace.Prior.ChanceToMiss(Duration.FromHours(3), Duration.Zero));

    [Fact]
    public void TheChance_FallsWithTimeLeft_AndRisesWithTimeLain_AndWithASlowerShop()
    {
        var chance = HandOverPace.Prior.ChanceToMiss(Duration.FromHours(6), Duration.FromHours(12));

        Assert.InRange(chance, 0.3, 0.6);
        Assert.True(HandOverPace.Prior.ChanceToMiss(Duration.FromHours(6), Duration.FromHours(13)) < chance);
        Assert.True(HandOverPace.Prior.ChanceToMiss(Duration.FromHours(7), Duration.FromHours(12)) > chance);
        Assert.True((HandOverPace.Prior with { HandOvers = 1 }).ChanceToMiss(Duration.FromHours(6), Duration.FromHours(12)) > chance);
    }
}
