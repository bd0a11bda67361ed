using NodaTime;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Deadlines;

/// <summary>Acknowledge, snooze, assign, escalate: what a person says, and what happens when nobody says it.</summary>
/// <remarks>The sample order's deadline is 20:00; hours below are of its day.</remarks>
public sealed class AttentionTests
{
    private static readonly Ladder Ladder = Ladder.Parse("24h,12h,6h,2h").Escalating(Duration.FromMinutes(30));

    private static readonly Order Order = Sample.Order with { ShipBy = Clock(20), SeenFrom = Clock(-40), TakenAt = Clock(-40), Warned = [Note("24h", -4), Note("12h", 8)] };

    [Theory]
    [InlineData(1, 11.0)]
    [InlineData(7.5, 17.5)]
    [InlineData(8, 18.0)]
    [InlineData(24, 18.0)]                  // never past the last rung
    public void Snooze_NeverGoesPastTheLastRung(double hours, double until)
    {
        var order = AttentionPolicy.Snooze(Order, Ladder, "Anna", Duration.FromHours(hours), Clock(10));

        Assert.Equal(Clock(until), order.Acknowledged!.Until);
        Assert.Equal(Clock(until), order.LookAt);
    }

    [Fact]
    public void Snooze_AfterTheLastRung_EndsWithTheDeadline() =>
        Assert.Equal(Clock(20), AttentionPolicy.Snooze(Order, Ladder, "Anna", Duration.FromHours(9), Clock(19)).Acknowledged!.Until);

    [Theory]
    [InlineData(2, "snooze")]                               // 12:00: nothing was reached meanwhile, and it reminds all the same
    [InlineData(5, "6h")]                                   // 15:00: the rung of 14:00 was held back
    [InlineData(24, "6h+2h")]                               // 18:00: the last rung comes at its own time
    public void Snoozed_IsSilent_AndThenReminds(double hours, string expected)
    {
        var order = AttentionPolicy.Snooze(Order, Ladder, "Anna", Duration.FromHours(hours), Clock(10));
        var ends = order.Acknowledged!.Until;

        Assert.Equal(new DeadlineAction.Wait(ends), DeadlinePolicy.Decide(order, Ladder, ends - Duration.FromTicks(1)));
        var warn = Assert.IsType<DeadlineAction.Warn>(DeadlinePolicy.Decide(order, Ladder, ends));
        Assert.Equal(expected, string.Join('+', warn.Named));
        Assert.IsType<DeadlineAction.Wait>(DeadlinePolicy.Decide(DeadlinePolicy.Warned(order, warn, 1, ends), Ladder, ends));      // and once
    }

    [Fact]
    public void Acknowledge_ForASetTime_EndsEarlier_AndTheNextRungComes()
    {
        var order = AttentionPolicy.Acknowledge(Order, Ladder, "Anna", Duration.FromHours(2), Clock(10));

        Assert.Equal(Clock(12), order.Acknowledged!.Until);
        Assert.Equal(["6h"], Assert.IsType<DeadlineAction.Warn>(DeadlinePolicy.Decide(order, Ladder, Clock(14))).Named);
    }

    [Fact]
    public void Acknowledge_InPlaceOfASnooze_IsLookedAtForTheNextRungAgain()
    {
        var snoozed = AttentionPolicy.Snooze(Order, Ladder, "Anna", Duration.FromHours(7), Clock(10));

        Assert.Equal(Clock(14), AttentionPolicy.Acknowledge(snoozed, Ladder, "Anna", null, Clock(11)).LookAt);
    }

    [Fact]
    public void WhoAcknowledgesFirst_OwnsIt_UntilItIsAssigned()
    {
        var anna = AttentionPolicy.Acknowledge(Order, Ladder, " Anna ", null, Clock(10));
        var both = AttentionPolicy.Acknowledge(anna, Ladder, "Boris", null, Clock(11));

        Assert.Equal("Anna", both.Owner);
        Assert.Equal("Boris", AttentionPolicy.Assign(both, "Boris").Owner);
        Assert.Null(AttentionPolicy.Assign(both, "  ").Owner);
        Assert.Equal(AttentionPolicy.LongestName, AttentionPolicy.Assign(both, new string('ж', 300)).Owner!.Length);
    }

    [Theory]
    [InlineData(18, 18.49, "")]
    [InlineData(18, 18.5, "2h")]
    [InlineData(19.9, 20.4, "2h")]                          // the second contact is told of a rung that the gap made late half an hour after that
    public void NobodyAcknowledges_TheSecondContactIsTold(double warnedAt, double now, string escalated)
    {
        var order = Warned(Order, Clock(warnedAt));

        Assert.Equal(escalated, Escalated(order, now));
        Assert.Equal(Clock(warnedAt) + Duration.FromMinutes(30), EscalationPolicy.NextAfter(order, Ladder, Clock(warnedAt)));
    }

    [Fact]
    public void Escalation_HappensOnce_ForEachPressingRung()
    {
        var order = Warned(Order, Clock(18));
        var warn = (DeadlineAction.Warn)DeadlinePolicy.Decide(order, Ladder, Clock(18.5));
        order = DeadlinePolicy.Warned(order, warn, 1, Clock(18.5));

        Assert.Empty(warn.Named);                           // the first contact is not told again
        Assert.Equal("", Escalated(order, 19.9));
        order = Warned(order, Clock(20.1));
        Assert.Equal("overdue", Escalated(order, 20.6));
    }

    [Fact]
    public void AnAnswer_StopsIt_OneThatCameBeforeTheRungDoesNot()
    {
        var order = Warned(Order, Clock(18));

        Assert.Equal("", Escalated(AttentionPolicy.Acknowledge(order, Ladder, "Anna", null, Clock(18.2)), 19));
        Assert.Equal("", Escalated(AttentionPolicy.Snooze(order, Ladder, "Anna", Duration.FromMinutes(20), Clock(18.2)), 19));
        Assert.Equal("2h", Escalated(order with { Acknowledged = new Acknowledgement("Anna", Clock(12), Clock(18)) }, 19));
    }

    [Fact]
    public void WhatCanWait_NeverEscalates() => Assert.Null(EscalationPolicy.NextAfter(Order, Ladder, Clock(9)));

    [Fact]
    public void WithoutASecondContact_NothingEscalates() => Assert.Null(EscalationPolicy.NextAfter(Warned(Order, Clock(18)), Ladder.Escalating(null), Clock(18)));

    [Theory]
    [InlineData("22:00-08:00", 20, 14.0)]                   // nobody sleeps at 14:00
    [InlineData("13:00-15:00", 20, 14.0)]                   // they end before the last rung: it is held back, not moved
    [InlineData("13:00-18:30", 20, 12.5)]                   // the last rung comes within them: half an hour before they begin
    public void ARungWhoseUseEndsInQuietHours_ComesBeforeThem(string quiet, double deadline, double reached)
    {
        var ladder = Ladder.Beside(QuietHours.Parse(quiet, DateTimeZone.Utc));

        Assert.Equal(Clock(reached), ladder.ReachedAt(ladder.Rungs[2], Clock(deadline)));
        Assert.Equal(Clock(deadline - 2), ladder.ReachedAt(ladder.LastBeforeDeadline, Clock(deadline)));        // never moved
    }

    [Fact]
    public void AChannelThatWithdraws_LeavesTheNoteToTheOthers()
    {
        var order = Order with { Warned = [Note("24h", -4) with { Owed = 2 }] };
        var once = order.NotNoting(Clock(20), ["24h"]);

        Assert.Equal(1, Assert.Single(once.Warned).Owed);
        Assert.Empty(once.NotNoting(Clock(20), ["24h"]).Warned);
    }

    private static string Escalated(Order order, double hour) =>
        DeadlinePolicy.Decide(order, Ladder, Clock(hour)) is DeadlineAction.Warn warn ? string.Join('+', warn.Escalated) : "";

    private static Order Warned(Order order, Instant now) => DeadlinePolicy.Warned(order, Assert.IsType<DeadlineAction.Warn>(DeadlinePolicy.Decide(order, Ladder, now)), 1, now);

    private static RungNote Note(string rung, double hour) => new(rung, RungFate.Named, Clock(hour));

    private static Instant Clock(double hour) => Instant.FromUtc(2026, 3, 2, 0, 0) + Duration.FromHours(hour);
}
