using NodaTime;
using ShipBy.Domain.Transit;
using static ShipBy.Domain.Transit.TransitSign;

namespace ShipBy.Domain.Tests.Transit;

public sealed class SightingTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 12, 0);

    [Theory]
    [InlineData(HandedOver, "a", HandedOver, "a", HandedOver, 0)]          // the same word for days
    [InlineData(HandedOver, "a", HandedOver, "b", HandedOver, 1)]
    [InlineData(HandedOver, "a", Scanned, "b", Scanned, 1)]
    [InlineData(Scanned, "a", Scanned, "b", Scanned, 1)]                   // another word is a move
    [InlineData(Scanned, "a", HandedOver, "b", Scanned, 1)]                // and never a step back
    [InlineData(Lost, "a", Scanned, "a", Lost, 0)]                         // the carrier's file knew more than the word that stands still
    [InlineData(Lost, "a", Scanned, "b", Scanned, 1)]
    [InlineData(Scanned, "a", NotAccepted, "b", NotAccepted, 1)]
    [InlineData(NotAccepted, "a", HandedOver, "b", HandedOver, 1)]         // handed over again
    [InlineData(Scanned, "a", Arrived, "b", Arrived, 1)]
    [InlineData(HandedOver, null, Returned, "b", Returned, 1)]
    [InlineData(Arrived, "a", Scanned, "b", Arrived, 1)]
    public void AReading_IsNews_WhereTheWordIsAnother(TransitSign was, string? word, TransitSign read, string readWord, TransitSign becomes, int hours) => Assert.Equal(
        new Sighting(becomes, hours == 0 ? word : readWord, Monday + Duration.FromHours(hours)),
        new Sighting(was, word, Monday).AfterReading(new Sighting(read, readWord, Monday + Duration.FromHours(1))));

    [Theory]
    [InlineData(Scanned, Scanned, 1, Scanned, 1)]                          // the next hub
    [InlineData(Scanned, Scanned, 0, Scanned, 0)]
    [InlineData(Scanned, Scanned, -1, Scanned, 0)]                         // an old row
    [InlineData(Scanned, HandedOver, 1, Scanned, 0)]
    [InlineData(HandedOver, Scanned, -1, Scanned, 0)]                      // scanned before we saw the hand-over
    [InlineData(HandedOver, Scanned, 1, Scanned, 1)]
    [InlineData(Scanned, Lost, 1, Lost, 1)]
    [InlineData(Scanned, Lost, 0, Lost, 0)]
    [InlineData(Scanned, Lost, -1, Scanned, 0)]                            // found since
    [InlineData(Lost, Scanned, 1, Scanned, 1)]
    [InlineData(Lost, Scanned, -1, Lost, 0)]
    [InlineData(HandedOver, Held, -1, Held, 0)]
    [InlineData(Scanned, Held, 1, Held, 1)]
    [InlineData(Held, Scanned, 1, Scanned, 1)]
    [InlineData(Held, HandedOver, 1, Held, 0)]
    [InlineData(Lost, Arrived, -1, Arrived, 0)]
    [InlineData(Scanned, Returned, -1, Returned, 0)]
    [InlineData(NotAccepted, HandedOver, 1, HandedOver, 1)]
    [InlineData(NotAccepted, HandedOver, -1, NotAccepted, 0)]
    public void WhatACarrierDates_CountsByItsDate_AndOnlyForwards(TransitSign was, TransitSign told, int hours, TransitSign becomes, int at) => Assert.Equal(
        new Sighting(becomes, "a", Monday + Duration.FromHours(at)),
        new Sighting(was, "a", Monday).AfterTelling(told, Monday + Duration.FromHours(hours)));
}
