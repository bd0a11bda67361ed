using NodaTime;
using ShipBy.Domain.Costs;
using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Tests.Costs;

public sealed class CostOfMissingTests
{
    private static readonly Citation Source = new("a page", new LocalDate(2026, 11, 22), Confidence.Official);

    private static readonly CostTable Table = new(
        "sample",
        [
            new SurchargeStep(Duration.Zero, new Charge(1, Roubles(50), null), Source),
            new SurchargeStep(Duration.FromHours(12), new Charge(null, null, null), Source),
            new SurchargeStep(Duration.FromHours(24), new Charge(3, Roubles(100), null), Source),
        ],
        [Band(0, "green", 0), Band(4, "blue", 3), Band(10, "yellow", 6)],
        14);

    [Fact]
    public void NoCharge_HasNoLeast() => Assert.Equal(Roubles(0), new Charge(0, Roubles(50), null).For(Roubles(10_000)));

    [Theory]
    [InlineData(499_900, 5_000)]        // 1 % of 4 999 roubles is less than 50
    [InlineData(500_000, 5_000)]
    [InlineData(500_050, 5_001)]        // half a kopeck counts as one
    [InlineData(500_049, 5_000)]
    [InlineData(15_000_000, 150_000)]
    [InlineData(15_000_100, 150_000)]   // no more than 1 500 roubles
    public void ACharge_KeepsItsBounds(long value, long expected) => Assert.Equal(new Money(expected, "RUB"), new Charge(1, Roubles(50), Roubles(1_500)).For(new Money(value, "RUB")));

    [Fact]
    public void ACharge_ThatCannotBeTold_IsNotGuessed()
    {
        Assert.Null(new Charge(1, null, null).For(null));
        Assert.Null(new Charge(null, Roubles(50), null).For(Roubles(5_000)));
        Assert.Null(new Charge(1, Roubles(50), null).For(new Money(5_000, "CNY")));
        Assert.Null(new Charge(1, null, Roubles(50)).For(new Money(5_000, "CNY")));
        Assert.Equal(new Money(50, "CNY"), new Charge(1, null, null).For(new Money(5_000, "CNY")));
    }

    [Theory]
    [InlineData(-48, 0, 10_000L)]           // the deadline has not passed: the first step looms
    [InlineData(0, 0, 10_000L)]
    [InlineData(11.99, 0, 10_000L)]
    [InlineData(12, 1, null)]               // a step whose charge nobody knows
    [InlineData(24, 2, 30_000L)]
    [InlineData(1_000, 2, 30_000L)]
    public void TheSurcharge_IsThatOfAHandOverNow(double hoursLate, int step, long? amount)
    {
        var surcharge = CostOfMissing.Of(Roubles(10_000), Duration.FromHours(hoursLate), Table, null).Surcharge!;

        Assert.Equal((Table.Steps[step], amount), (surcharge.Step, surcharge.Amount?.MinorUnits));
        Assert.Equal(step == 2 ? null : Table.Steps[2], surcharge.Worst);
    }

    [Theory]
    [InlineData(0, "green")]
    [InlineData(4, "green")]
    [InlineData(4.004, "green")]            // shown as 4.00
    [InlineData(4.005, "blue")]
    [InlineData(10, "blue")]
    [InlineData(10.01, "yellow")]
    [InlineData(100, "yellow")]
    public void ABand_BeginsJustAboveItsFigure(double percent, string band) => Assert.Equal(band, Table.BandOf((decimal)percent)?.Name);

    [Theory]
    [InlineData(0, 24, "green", "green", false)]       // 1 of 25 is 4.00 %
    [InlineData(0, 23, "green", "blue", true)]
    [InlineData(1, 24, "blue", "blue", false)]
    [InlineData(2, 28, "blue", "yellow", true)]        // 3 of 29
    [InlineData(9, 9, "yellow", "yellow", false)]
    [InlineData(0, 0, null, "yellow", false)]          // a share of nothing is in no band
    public void OneMoreLateOrder_MayPushTheShopIntoAWorseBand(int late, int handedOver, string? before, string after, bool isWorse)
    {
        var push = CostOfMissing.Of(Roubles(1_000), Duration.Zero, Table, new LateShare(late, handedOver)).Index!;

        Assert.Equal((before, after, isWorse), (push.Before?.Name, push.After.Name, push.IsWorse));
        Assert.Equal((new LateShare(late, handedOver), new LateShare(late + 1, handedOver + 1)), (push.Now, push.Then));
        Assert.Equal(push.After.Charge.For(Roubles(1_000)), push.Amount);
    }

    [Fact]
    public void WhatNobodyKnows_IsLeftOut()
    {
        Assert.Equal(new CostOfMissing(Roubles(1), null, null), CostOfMissing.Of(Roubles(1), Duration.Zero, CostTable.None, new LateShare(1, 2)));
        Assert.Null(CostOfMissing.Of(Roubles(1), Duration.Zero, Table, share: null).Index);
        Assert.Null(CostOfMissing.Of(null, Duration.Zero, Table, null).Surcharge!.Amount);
    }

    private static Money Roubles(long amount) => new(amount * 100, "RUB");

    private static IndexBand Band(decimal above, string name, decimal percent) => new(above, name, new Charge(percent, null, Roubles(1_500)), Source);
}
