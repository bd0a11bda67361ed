using NodaTime;
using ShipBy.Domain.Offers;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Offers;

public sealed class OfferPolicyTests
{
    private static readonly Duration Pause = Duration.FromSeconds(30);

    [Theory]
    [InlineData(10, 3, 0, 0, false, 0, 7)]
    [InlineData(10, 3, 2, 1, false, 0, 4)]
    [InlineData(10, 3, 5, 2, false, 0, 0)]
    [InlineData(10, 3, 8, 0, false, 0, 0)]      // never below none
    [InlineData(2, 5, 0, 0, false, 0, 0)]       // a count found fewer than were held
    [InlineData(10, 3, 0, 0, true, 2, 9)]       // its own two are taken off by the marketplace itself
    [InlineData(2, 5, 0, 0, true, 3, 3)]        // of those three are shown none as free
    public void Units_AreWhatIsLeft_OnceOthersAreServed(int onHand, int held, int safety, int buffer, bool subtractsItsOwn, int heldForShop, int expected)
    {
        var terms = new OfferTerms(safety, buffer, subtractsItsOwn);

        Assert.Equal(expected, terms.UnitsOf(terms.AvailableOf(new StockItem(Sample.Mug, onHand, held)), heldForShop));
    }

    [Theory]
    [InlineData(OfferState.Told, 5, 5, "00:01:59", OfferStep.Leave)]
    [InlineData(OfferState.Told, 5, 5, "00:02:00", OfferStep.Look)]
    [InlineData(OfferState.Told, 5, 4, "00:00:29", OfferStep.Leave)]            // the marketplace would refuse
    [InlineData(OfferState.Told, 5, 4, "00:00:30", OfferStep.Tell)]
    [InlineData(OfferState.Seen, 5, 5, "00:59:59", OfferStep.Leave)]
    [InlineData(OfferState.Seen, 5, 5, "01:00:00", OfferStep.Look)]
    [InlineData(OfferState.Seen, 5, 6, "00:00:30", OfferStep.Tell)]
    [InlineData(OfferState.NotTaken, 5, 5, "00:00:29", OfferStep.Leave)]
    [InlineData(OfferState.NotTaken, 5, 5, "00:00:30", OfferStep.Tell)]
    [InlineData(OfferState.Refused, 5, 4, "00:59:59", OfferStep.Leave)]         // another number would be refused too
    [InlineData(OfferState.Refused, 5, 5, "01:00:00", OfferStep.Tell)]
    [InlineData(OfferState.NotSold, 5, 4, "00:59:59", OfferStep.Leave)]
    [InlineData(OfferState.NotSold, 5, 5, "01:00:00", OfferStep.Tell)]         // it may be listed by now
    public void Decide_ByWhatWasTold(OfferState state, int told, int wanted, string ago, OfferStep expected)
    {
        var now = Sample.Noon + Duration.FromTimeSpan(TimeSpan.Parse(ago, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, OfferPolicy.Decide(new Offer(Sample.Mug, told, Sample.Noon, state), wanted, Pause, now));
    }

    [Fact]
    public void WhatWasNeverTold_IsTold_EvenNone() => Assert.Equal(OfferStep.Tell, OfferPolicy.Decide(null, 0, Pause, Sample.Noon));

    [Theory]
    [InlineData(false, 7, 2, OfferSight.AsTold)]                // five are free
    [InlineData(false, 5, 0, OfferSight.AsTold)]
    [InlineData(false, 5, 2, OfferSight.ReadTheOtherWay)]       // it took its two off the five
    [InlineData(false, 6, 2, OfferSight.Differs)]
    [InlineData(true, 5, 2, OfferSight.AsTold)]
    [InlineData(true, 7, 2, OfferSight.ReadTheOtherWay)]        // it put its two on top
    [InlineData(true, 6, 2, OfferSight.Differs)]
    public void Judge_ByWhatTheMarketplaceShows(bool subtractsItsOwn, int present, int reserved, OfferSight expected) =>
        Assert.Equal(expected, OfferPolicy.Judge(new Offer(Sample.Mug, 5, Sample.Noon, OfferState.Told), new OfferTerms(SubtractsItsOwn: subtractsItsOwn), present, reserved));
}
