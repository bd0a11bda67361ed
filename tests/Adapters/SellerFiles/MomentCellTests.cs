using NodaTime;
using NodaTime.Text;
using ShipBy.Adapters.SellerFiles;

namespace ShipBy.Adapters.Tests.SellerFiles;

public sealed class MomentCellTests
{
    [Theory]
    [InlineData("2026-03-02 14:30", "2026-03-02T11:30:00Z")]
    [InlineData("2026-03-02 14:30:05", "2026-03-02T11:30:05Z")]
    [InlineData("2026-03-02T14:30:05.123", "2026-03-02T11:30:05Z")]
    [InlineData("02.03.2026 14:30", "2026-03-02T11:30:00Z")]
    [InlineData("2.3.2026  9:05", "2026-03-02T06:05:00Z")]
    [InlineData("2026/3/2 14:30", "2026-03-02T11:30:00Z")]
    [InlineData("2026-03-02T14:30:00Z", "2026-03-02T14:30:00Z")]
    [InlineData("2026-03-02 14:30+08:00", "2026-03-02T06:30:00Z")]
    [InlineData("2026-03-02 14:30 -0130", "2026-03-02T16:00:00Z")]
    [InlineData("2026-03-02", "2026-03-01T21:00:00Z")]
    [InlineData("2000-01-01 03:00", "2000-01-01T00:00:00Z")]
    public void AMoment_IsRead_AndWithoutAnOffsetItIsOfTheZone(string text, string moment) =>
        Assert.Equal(InstantPattern.General.Parse(moment).Value, Read(text, "Europe/Moscow"));

    [Theory]
    [InlineData("2026-03-02", "2026-03-02T20:59:59Z")]
    [InlineData("02.03.2026", "2026-03-02T20:59:59Z")]
    [InlineData("2026-03-02 00:00", "2026-03-01T21:00:00Z")]
    public void ADayAlone_IsItsEnd_WhereADeadlineIsMeant(string text, string moment) =>
        Assert.Equal(InstantPattern.General.Parse(moment).Value, MomentCell.Read(text, DateTimeZoneProviders.Tzdb["Europe/Moscow"], dayMeansItsEnd: true));

    [Theory]
    [InlineData("2026-10-25 02:30", "2026-10-25T00:30:00Z")]        // comes twice: the first
    [InlineData("2026-03-29 02:30", "2026-03-29T01:30:00Z")]        // comes never: as long after the gap
    public void ATimeThatTheClocksRepeatOrSkip_IsTakenAsTheEarlierOne(string text, string moment) =>
        Assert.Equal(InstantPattern.General.Parse(moment).Value, Read(text, "Europe/Berlin"));

    [Theory]
    [InlineData("45000.5")]
    [InlineData("1999-12-31 23:59")]
    [InlineData("2100-01-01 12:00")]
    [InlineData("2026-02-30 12:00")]
    [InlineData("2026-03-02 24:00")]
    [InlineData("2026-03-02 12:00+15:00")]
    [InlineData("2026-03-02 12:00+03:60")]
    [InlineData("2026-03-02..2026-03-03")]
    [InlineData("03/02/2026 14:30")]
    [InlineData("today")]
    public void WhatIsNoMoment_IsNone(string text) => Assert.Null(Read(text, "Europe/Moscow"));

    private static Instant? Read(string text, string zone) => MomentCell.Read(text, DateTimeZoneProviders.Tzdb[zone], dayMeansItsEnd: false);
}
