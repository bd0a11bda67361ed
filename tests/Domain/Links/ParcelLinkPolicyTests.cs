using NodaTime;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Links;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Transit;
using static ShipBy.Domain.Transit.ConsignmentTrouble;

namespace ShipBy.Domain.Tests.Links;

/// <summary>What a link about a parcel may still do.</summary>
/// <remarks>The parcel was handed over at the hour 0; it has to be scanned within 24 hours and with the buyer within 240. Hours and ticks are counted from there.</remarks>
public sealed class ParcelLinkPolicyTests
{
    private static readonly OrderKey Order = new("shop", "P-1");

    private static readonly TransitRules Rules = new(Ladder.Parse("12h"))
    {
        FirstScanWithin = Duration.FromHours(24),
        ArriveWithin = Duration.FromDays(10),
        StuckAfter = Duration.FromDays(4),
    };

    [Theory]
    [InlineData(LinkAction.Acknowledge, 13, 0, "Open Limit")]
    [InlineData(LinkAction.Acknowledge, 24, 0, "Open Limit")]               // the limit itself is in time
    [InlineData(LinkAction.Acknowledge, 24, 1, "Open NextTrouble")]
    [InlineData(LinkAction.Acknowledge, 240, 0, "Open NextTrouble")]
    [InlineData(LinkAction.Acknowledge, 240, 1, "Moved NotArrived")]        // all lesser questions are that one
    [InlineData(LinkAction.Settle, 13, 0, "Open Never")]
    [InlineData(LinkAction.Settle, 240, 0, "Open Never")]
    [InlineData(LinkAction.Settle, 240, 1, "Moved NotArrived")]
    public void ALink_IsGoodWhileItsLimitRuns(LinkAction action, double hour, int ticks, string expected) =>
        Assert.Equal(expected, Say(Look(Link(action, NotScanned, 24), Parcel(), At(hour, ticks))));

    [Theory]
    [InlineData(NotScanned, 24, 0, "Open")]
    [InlineData(NotScanned, 24, 1, "Moved")]            // a tenth of a microsecond
    [InlineData(NotScanned, 25, 0, "Moved")]            // the setting was another one
    [InlineData(NotArrived, 24, 0, "Moved")]
    [InlineData(NotArrived, 240, 0, "Open")]
    [InlineData(Stuck, 96, 0, "Moved")]
    [InlineData(Lost, 0, 0, "Moved")]
    public void ALink_IsAboutWhatItsMessageTold(ConsignmentTrouble trouble, double limit, int ticks, string expected)
    {
        foreach (var action in new[] { LinkAction.Acknowledge, LinkAction.Settle })
        {
            Assert.Equal(expected, Look(Link(action, trouble, limit, ticks), Parcel(), At(30)).GetType().Name);
        }
    }

    [Theory]
    [InlineData(TransitSign.Scanned, 20, "Moved ")]             // nothing is wrong with it any more
    [InlineData(TransitSign.Held, 20, "Moved Stuck")]
    [InlineData(TransitSign.Lost, 20, "Moved Lost")]
    [InlineData(TransitSign.NotAccepted, 20, "Moved NotAccepted")]
    public void AParcelThatMoved_IsLeftAlone(TransitSign sign, double seenAt, string expected)
    {
        var moved = Parcel().Moved(new Sighting(sign, "other", At(seenAt)));

        Assert.Equal(expected, Say(Look(Link(LinkAction.Acknowledge, NotScanned, 24), moved, At(30))));
        Assert.Equal(expected, Say(Look(Link(LinkAction.Settle, NotScanned, 24), moved, At(30), isUsed: true)));
    }

    [Fact]
    public void AParcelThatMoved_AndIsAwaitedStill_IsAcknowledgedForThat()
    {
        var moved = Parcel().Moved(new Sighting(TransitSign.Scanned, "other", At(239)));

        Assert.Equal("Open NextTrouble", Say(Look(Link(LinkAction.Acknowledge, NotArrived, 240), moved, At(241))));
    }

    [Theory]
    [InlineData(LinkAction.Acknowledge, false, "Closed")]
    [InlineData(LinkAction.Acknowledge, true, "Closed")]
    [InlineData(LinkAction.Settle, false, "Closed")]            // it arrived, or somebody else settled it
    [InlineData(LinkAction.Settle, true, "Used")]
    public void WhatIsFollowedNoMore_IsOver(LinkAction action, bool isUsed, string expected)
    {
        var link = Link(action, NotScanned, 24);

        Assert.Equal(expected, ParcelLinkPolicy.Look(link, null, Rules, isUsed, At(30)).GetType().Name);
        Assert.Equal(expected, ParcelLinkPolicy.Look(link, Parcel(), null, isUsed, At(30)).GetType().Name);
    }

    [Theory]
    [InlineData(LinkAction.Acknowledge)]
    [InlineData(LinkAction.Settle)]
    public void AUsedLink_LeavesNothingToPress(LinkAction action) =>
        Assert.Equal("Used NotScanned", Say(Look(Link(action, NotScanned, 24), Parcel(), At(30), isUsed: true)));

    [Theory]
    [InlineData(11.9, 0, 13, "Open")]           // said before it was told to be near
    [InlineData(12, 0, 13, "Answered")]
    [InlineData(12, 0, 24, "Answered")]
    [InlineData(24, 0, 30, "Open")]             // said in time: that the limit has passed, nobody has answered
    [InlineData(24, 1, 30, "Answered")]
    [InlineData(24, 1, 200, "Answered")]
    public void WhoHasAcknowledged_NeedNotAgain(double said, int ticks, double now, string expected)
    {
        var parcel = Parcel() with { Told = [new TransitNote(new TransitClock(NotScanned, At(24)), "12h", 1, At(12))], Care = new ConsignmentCare("Anna", At(said, ticks)) };

        Assert.Equal(expected, Look(Link(LinkAction.Acknowledge, NotScanned, 24), parcel, At(now)).GetType().Name);
        Assert.Equal("Open", Look(Link(LinkAction.Settle, NotScanned, 24), parcel, At(now)).GetType().Name);
    }

    [Fact]
    public void Pressing_DoesWhatTheButtonSays()
    {
        var open = (LinkSubject.AParcel)Look(Link(LinkAction.Acknowledge, NotScanned, 24), Parcel(), At(30)).Subject!;

        Assert.Equal(new ConsignmentCare("Anna", At(30)), ParcelLinkPolicy.Press(Link(LinkAction.Acknowledge, NotScanned, 24), open, "Anna", At(30))!.Parcel.Care);
        Assert.Null(ParcelLinkPolicy.Press(Link(LinkAction.Settle, NotScanned, 24), open, "Anna", At(30)));
    }

    private static LinkSight Look(AlertLink link, Consignment parcel, Instant now, bool isUsed = false) => ParcelLinkPolicy.Look(link, parcel, Rules, isUsed, now);

    private static string Say(LinkSight sight) => sight is LinkSight.Open { Offers: [var only] }
        ? $"Open {only.End}"
        : $"{sight.GetType().Name} {(sight.Subject as LinkSubject.AParcel)?.Clock?.Trouble}";

    private static AlertLink Link(LinkAction action, ConsignmentTrouble trouble, double limit, int ticks = 0) =>
        new(action, Order, At(limit, ticks), Guid.Empty, "mail", At(1_000)) { Trouble = trouble };

    private static Consignment Parcel() => new()
    {
        Order = Order,
        OrderedAt = At(-24),
        HandedOverAt = At(0),
        Seen = new Sighting(TransitSign.HandedOver, "accepting", At(0)),
        LookAt = At(12),
    };

    private static Instant At(double hour, int ticks = 0) => Instant.FromUtc(2026, 3, 2, 12, 0) + Duration.FromHours(hour) + Duration.FromTicks(ticks);
}
