using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Links;

/// <summary>What a link may still do.</summary>
/// <remarks>The order's deadline is 20:00 and its last rung 18:00; hours below are of that day, in UTC.</remarks>
public sealed class LinkPolicyTests
{
    private static readonly LinkPolicy Policy = new(Ladder.Parse("24h,12h,6h,2h"), null, DateTimeZone.Utc);

    private static readonly Order Order = Sample.Order with { ShipBy = Clock(20) };

    [Theory]
    [InlineData(10, "18 LastReminder")]
    [InlineData(17.99, "18 LastReminder")]
    [InlineData(18, "20 Deadline")]
    [InlineData(20, "20 Deadline")]                 // the deadline itself is still on time
    [InlineData(20.5, "20.5 NothingLeft")]
    public void Acknowledging_OffersQuietUntilTheLastRung_OrTheDeadline(double now, string expected) =>
        Assert.Equal(expected, Told(Assert.IsType<LinkSight.Open>(Policy.Look(Link(LinkAction.Acknowledge), Order, false, Clock(now)))));

    [Theory]
    [InlineData(10, "11 AsWanted, 13 AsWanted, 18 LastReminder")]       // tomorrow is cut short
    [InlineData(15, "16 AsWanted, 18 LastReminder")]
    [InlineData(17, "18 LastReminder")]                                 // one choice is left of three
    [InlineData(18, "19 AsWanted, 20 Deadline")]
    [InlineData(19.5, "20 Deadline")]
    public void Snoozing_OffersWhatIsLeft_EachOnce(double now, string expected) =>
        Assert.Equal(expected, Told(Assert.IsType<LinkSight.Open>(Policy.Look(Link(LinkAction.Snooze), Order, false, Clock(now)))));

    [Fact]
    public void Acknowledging_IsOfferedForTheTimeThatIsSet()
    {
        var open = (Policy with { QuietAfterAcknowledge = Duration.FromHours(2) }).Look(Link(LinkAction.Acknowledge), Order, false, Clock(10));

        Assert.Equal("12 AsWanted", Told(Assert.IsType<LinkSight.Open>(open)));
    }

    [Theory]
    [InlineData(LinkAction.Snooze, 19.99, "Open")]
    [InlineData(LinkAction.Snooze, 20, "TooLate")]
    [InlineData(LinkAction.Snooze, 30, "TooLate")]
    [InlineData(LinkAction.Acknowledge, 30, "Open")]
    public void AfterTheDeadline_NothingIsPutOff(LinkAction action, double now, string expected) =>
        Assert.Equal(expected, Policy.Look(Link(action), Order, false, Clock(now)).GetType().Name);

    [Theory]
    [InlineData(LinkAction.Acknowledge, OrderState.Held, true, "Used")]
    [InlineData(LinkAction.Snooze, OrderState.OutOfStock, true, "Used")]
    [InlineData(LinkAction.Snooze, OrderState.SetAside, false, "Open")]
    [InlineData(LinkAction.Acknowledge, OrderState.Shipped, false, "Closed")]
    [InlineData(LinkAction.Snooze, OrderState.Cancelled, true, "Closed")]
    public void AUsedLink_AndAClosedOrder_LeaveNothingToPress(LinkAction action, OrderState state, bool isUsed, string expected) =>
        Assert.Equal(expected, Policy.Look(Link(action), Order with { State = state }, isUsed, Clock(10)).GetType().Name);

    [Fact]
    public void AnOrderThatHasLeft_IsClosed() => Assert.Equal(new LinkSight.Closed(null), Policy.Look(Link(LinkAction.Snooze), null, false, Clock(10)));

    [Theory]
    [InlineData(0L, "Open")]
    [InlineData(1L, "Moved")]                       // a tenth of a microsecond
    [InlineData(-36_000_000_000L, "Moved")]
    [InlineData(null, "Moved")]
    public void ALink_IsAboutTheDeadlineOfItsMessage(long? ticks, string expected)
    {
        var order = Order with { ShipBy = ticks is { } some ? Clock(20) + Duration.FromTicks(some) : null };

        Assert.Equal(expected, Policy.Look(Link(LinkAction.Acknowledge), order, isUsed: false, Clock(10)).GetType().Name);
        Assert.Equal(expected, Policy.Look(Link(LinkAction.Snooze), order, isUsed: false, Clock(10)).GetType().Name);
    }

    [Fact]
    public void ADeadlineFinerThanALinkCanSay_IsKnownAllTheSame()
    {
        var order = Order with { ShipBy = Clock(20) + Duration.FromNanoseconds(99) };

        Assert.IsType<LinkSight.Open>(Policy.Look(Link(LinkAction.Acknowledge), order, false, Clock(10)));
    }

    [Theory]
    [InlineData(10, false, 17.99, "Answered")]      // quiet until the last rung
    [InlineData(10, false, 18, "Open")]             // which was named since
    [InlineData(19, false, 19.5, "Answered")]
    [InlineData(19, false, 20.5, "Open")]           // overdue came, and nobody has answered that
    [InlineData(21, false, 30, "Answered")]         // nothing comes after overdue
    [InlineData(10, true, 10.5, "Open")]            // whoever snoozed may still acknowledge
    public void WhoHasAcknowledged_NeedNotAgain(double said, bool snoozed, double now, string expected)
    {
        var order = Policy.Press(Order, snoozed ? SnoozeTime.ThreeHours : null, "Anna", Clock(said));

        Assert.Equal(expected, Policy.Look(Link(LinkAction.Acknowledge), order, false, Clock(now)).GetType().Name);
    }

    [Fact]
    public void WhoHasAcknowledged_MayAskToBeRemindedEarlier()
    {
        var order = Policy.Press(Order, null, "Anna", Clock(10));

        Assert.IsType<LinkSight.Open>(Policy.Look(Link(LinkAction.Snooze), order, false, Clock(11)));
        Assert.Equal(new Acknowledgement("Boris", Clock(11), Clock(12), RemindsAtEnd: true), Policy.Press(order, SnoozeTime.OneHour, "Boris", Clock(11)).Acknowledged);
    }

    private static string Told(LinkSight.Open open) =>
        string.Join(", ", open.Offers.Select(offer => FormattableString.Invariant($"{(offer.Until - Clock(0)).TotalHours:0.##} {offer.End}")));

    private static AlertLink Link(LinkAction action) => new(action, Order.Key, Clock(20), Guid.Empty, "mail", Clock(100));

    private static Instant Clock(double hour) => Instant.FromUtc(2026, 3, 2, 0, 0) + Duration.FromHours(hour);
}
