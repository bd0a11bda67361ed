using NodaTime;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Quality;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;

namespace ShipBy.Domain.Tests.Quality;

public class PatternPolicyTests
{
    private static readonly DateTimeZone Moscow = DateTimeZoneProviders.Tzdb["Europe/Moscow"];

    [Theory]
    [InlineData(2, 2, 7, false)]        // two may be chance
    [InlineData(3, 10, 7, true)]        // the even share is 1.43
    [InlineData(3, 11, 7, false)]
    [InlineData(3, 36, 24, true)]
    [InlineData(3, 37, 24, false)]
    [InlineData(8, 8, 1, false)]        // the only one of its kind says nothing
    [InlineData(8, 8, 2, true)]
    [InlineData(0, 0, 0, false)]
    public void AGroupStandsOut_ByAtLeastThree_AndTwiceTheEvenShare(int orders, int of, int groups, bool expected) =>
        Assert.Equal(expected, PatternPolicy.StandsOut(orders, of, groups));

    [Fact]
    public void EachKindIsCountedByItself_InTheSellersZone_AndUnknownValuesAreLeftOut()
    {
        // 22:30 UTC on a Sunday is half past one on Monday in Moscow.
        var night = Instant.FromUtc(2026, 3, 1, 22, 30);
        TroubledOrder[] orders =
        [
            One(1, night) with { Carrier = "EMS", Region = "Казань", Proposed = CauseReason.OutOfStock },
            One(2, night + Duration.FromDays(7)) with { Carrier = "EMS ", Proposed = CauseReason.OutOfStock },
            One(3, night + Duration.FromDays(14)) with { Carrier = "EMS", Region = " ", Cause = new ConfirmedCause(CauseKind.Staff, "Anna", night) },
            One(4, Sample.Noon, "B"),
            One(5, Sample.Noon, "C") with { Carrier = null },
        ];

        var found = PatternPolicy.Of(orders, Moscow);

        Assert.Equal(
            [(PatternBy.Product, "A", 3, 6, 4), (PatternBy.Weekday, "1", 5, 5, 7), (PatternBy.Hour, "1", 3, 5, 24)],
            found.Select(pattern => (pattern.By, pattern.Value, pattern.Orders, pattern.Of, pattern.Groups)));
        Assert.Equal(CauseKind.Stock, found[0].Cause);
    }

    [Fact]
    public void Causes_AreCountedByWhatCounts_ConfirmedAndProposedApart() => Assert.Equal(
        [new CauseCount(CauseKind.Stock, 1, 2), new CauseCount(CauseKind.Staff, 0, 1)],
        CauseCount.Of(
        [
            One(1, Sample.Noon) with { Proposed = CauseReason.NobodyActed, Cause = new ConfirmedCause(CauseKind.Stock, "Anna", Sample.Noon) },
            One(2, Sample.Noon) with { Proposed = CauseReason.OutOfStock },
            One(3, Sample.Noon) with { Proposed = CauseReason.RestockedLate },
            One(4, Sample.Noon) with { Proposed = CauseReason.NotDoneInTime },
            One(5, Sample.Noon),
        ]));

    public static TheoryData<string, TroubledOrder, double?> Late => new()
    {
        { "at the limit", One(1, Sample.Noon) with { Limit = Hour(1), ShippedAt = Hour(1) }, null },
        { "after it", One(1, Sample.Noon) with { Limit = Hour(1), ShippedAt = Hour(3) }, 2 },
        { "open, past it", One(1, Sample.Noon) with { Limit = Hour(1) }, 9 },
        { "given up past it", One(1, Sample.Noon) with { Limit = Hour(1), CancelledAt = Hour(2) }, 1 },
        { "without a limit", One(1, Sample.Noon) with { ShippedAt = Hour(3) }, null },
    };

    [Theory]
    [MemberData(nameof(Late))]
    public void HowLate_IsMeasuredUntilItWasOver(string order, TroubledOrder trouble, double? hours) =>
        Assert.Equal((order, hours), (order, trouble.LateBy(Hour(10))?.TotalHours));

    private static Instant Hour(int hour) => Sample.Noon + Duration.FromHours(hour);

    private static TroubledOrder One(int number, Instant at, string more = "A") => new()
    {
        Key = new OrderKey("shop", $"P-{number}"),
        OrderedAt = at,
        Products = more == "A" ? [Sku.Parse("A")] : more == "B" ? [Sku.Parse("B")] : [Sku.Parse("C"), Sku.Parse("D")],
    };
}
