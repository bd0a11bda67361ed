using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Holidays;

namespace ShipBy.Domain.Tests.Holidays;

/// <summary>Counting back from an arrival. 2026-02-02 is a Monday.</summary>
public sealed class LastShipPolicyTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private static readonly LocalDateTime Now = new(2026, 2, 2, 12, 0);

    [Theory]
    // Every day is one of the carrier's: the parcel arrives so many days after it left.
    [InlineData("2026-02-12", 3, "", "", "2026-02-09")]
    [InlineData("2026-02-12", 0, "", "", "2026-02-12")]
    [InlineData("2026-02-12", 1, "", "", "2026-02-11")]
    // It leaves on a day on which the shop is open: Sunday and Saturday are not.
    [InlineData("2026-02-12", 4, "", "", "2026-02-06")]
    [InlineData("2026-02-12", 5, "", "", "2026-02-06")]
    [InlineData("2026-02-12", 6, "", "", "2026-02-06")]
    [InlineData("2026-02-12", 7, "", "", "2026-02-05")]
    // The carrier's week: Saturday and Sunday are not counted, neither on the way nor for the pick-up.
    [InlineData("2026-02-12", 3, "Mon-Fri 16:00", "", "2026-02-09 16:00")]
    [InlineData("2026-02-12", 4, "Mon-Fri 16:00", "", "2026-02-06 16:00")]
    [InlineData("2026-02-08", 1, "Mon-Fri 16:00", "", "2026-02-05 16:00")]
    [InlineData("2026-02-07", 1, "Mon-Fri 16:00", "", "2026-02-05 16:00")]
    [InlineData("2026-02-06", 1, "Mon-Fri 16:00", "", "2026-02-05 16:00")]
    [InlineData("2026-02-09", 1, "Mon-Fri 16:00", "", "2026-02-06 16:00")]
    // The last of a day's pick-ups; one day a week is counted as such.
    [InlineData("2026-02-13", 1, "Mon-Fri 12:00 16:00, Fri 10:00", "", "2026-02-12 16:00")]
    [InlineData("2026-02-24", 1, "Tue 11:00", "", "2026-02-17 11:00")]
    // Shutdowns, both ends included: neither moved nor taken.
    [InlineData("2026-02-13", 1, "", "2026-02-13..2026-02-13", "2026-02-11")]
    [InlineData("2026-02-14", 1, "", "2026-02-13..2026-02-13", "2026-02-12")]
    [InlineData("2026-02-13", 2, "", "2026-02-10..2026-02-11", "2026-02-09")]
    [InlineData("2026-02-12", 1, "", "2026-02-10..2026-02-11", "2026-02-09")]
    [InlineData("2026-02-11", 1, "", "2026-02-10..2026-02-11", "2026-02-06")]
    public void TheLastDay_IsCountedBack_InTheCarriersWorkingDays(string by, int days, string pickUps, string shutdowns, string last) =>
        Assert.Equal((LastShipFit.InTime, last), Tell(LastShipPolicy.For(Tariff(days, pickUps, shutdowns), Shop(), Day(by), Now)));

    [Theory]
    [InlineData("2026-02-02T15:59:59", LastShipFit.InTime)]
    [InlineData("2026-02-02T16:00:00", LastShipFit.InTime)]
    [InlineData("2026-02-02T16:00:01", LastShipFit.Over)]
    [InlineData("2026-02-03T00:00:00", LastShipFit.Over)]
    [InlineData("2026-02-01T23:59:59", LastShipFit.InTime)]
    public void TheLastPickUpItself_IsStillInTime(string now, LastShipFit fit) =>
        Assert.Equal((fit, "2026-02-02 16:00"), Tell(LastShipPolicy.For(Tariff(3, "Mon-Fri 16:00", ""), Shop(), Day("2026-02-05"), LocalDateTimePattern.ExtendedIso.Parse(now).Value)));

    [Theory]
    [InlineData("2026-02-02T23:59:59", LastShipFit.InTime)]
    [InlineData("2026-02-03T00:00:00", LastShipFit.Over)]
    public void WithoutPickUps_TheDayItselfIsStillInTime(string now, LastShipFit fit) =>
        Assert.Equal(fit, LastShipPolicy.For(Tariff(3, "", ""), Shop(), Day("2026-02-05"), LocalDateTimePattern.ExtendedIso.Parse(now).Value).Fit);

    [Fact]
    public void WhatNobodyCanCount_IsSaid()
    {
        Assert.Equal(LastShipFit.DaysUnknown, LastShipPolicy.For(Tariff(1, "", "") with { Days = null }, Shop(), Day("2026-02-12"), Now).Fit);
        Assert.Equal(LastShipFit.Never, LastShipPolicy.For(Tariff(1, "", "2025-01-01..2026-03-01"), Shop(), Day("2026-02-12"), Now).Fit);
    }

    [Theory]
    [InlineData("", "", "2026-02-13", "2026-02-24")]
    [InlineData("Mon-Wed 16:00", "", "2026-02-11 16:00", "2026-02-24 16:00")]
    [InlineData("", "2026-02-12..2026-02-24", "2026-02-11", "2026-02-25")]
    [InlineData("", "2026-02-13..2026-02-23", "2026-02-12", "2026-02-24")]
    public void AroundAPeriod_ParcelsLeaveWhenBothWork(string pickUps, string shutdowns, string before, string after)
    {
        var shop = Shop("2026-02-14", "2026-02-23");
        var tariff = Tariff(3, pickUps, shutdowns);

        Assert.Equal((before, after), (Tell(LastShipPolicy.Before(tariff, shop, Day("2026-02-14"))!).Day, Tell(LastShipPolicy.After(tariff, shop, Day("2026-02-23"))!).Day));
    }

    private static CarrierTariff Tariff(int days, string pickUps, string shutdowns) => new()
    {
        Id = Guid.Empty,
        Name = "ZTO",
        Days = days,
        PickUps = PickUpTime.Read(pickUps)!,
        Shutdowns = shutdowns.Split("..") is [var from, var to] ? [new Shutdown(Day(from), Day(to))] : [],
    };

    private static WorkCalendar Shop(string? from = null, string? to = null) => new(
        Zone,
        Enumerable.Range(1, 5).ToDictionary(day => (IsoDayOfWeek)day, _ => WorkHours.Usual),
        from is null ? new Dictionary<LocalDate, WorkHours?>() : new DateInterval(Day(from), Day(to!)).ToDictionary(day => day, _ => (WorkHours?)null));

    private static (LastShipFit Fit, string Day) Tell(LastShip ship) =>
        (ship.Fit, string.Concat(LocalDatePattern.Iso.Format(ship.Day!.Value), ship.PickUp is { } time ? " " + LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time) : ""));

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
