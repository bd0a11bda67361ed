using NodaTime;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Estimates;

namespace ShipBy.Domain.Tests.Estimates;

/// <summary>A shop open from 9 to 21, UTC, Monday to Friday. Orders come on Mondays at 9, the last on 2026-03-02, and the advice is asked for a week later.</summary>
public sealed class HandlingTimeAdviceTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Usual(DateTimeZone.Utc);

    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly Instant Asked = Monday + Duration.FromDays(7);

    /// <summary>Orders as <c>19x2</c>: nineteen that took two working hours; <c>1x30 open</c>: one that has lain for thirty, and still does.</summary>
    [Theory]
    [InlineData("19x2", "not enough: 19")]
    [InlineData("20x2", "2 h, kept by 20 of 20")]
    [InlineData("19x2, 1x30", "2 h, kept by 19 of 20")]                       // one in twenty may miss it
    [InlineData("18x2, 2x30", "30 h, kept by 20 of 20")]                      // two may not
    [InlineData("18x2, 1x5, 1x30", "5 h, kept by 19 of 20")]
    [InlineData("20x1.25", "2 h, kept by 20 of 20")]                          // whole hours, rounded up
    [InlineData("20x1.001", "2 h, kept by 20 of 20")]
    [InlineData("20x1", "1 h, kept by 20 of 20")]
    [InlineData("20x0.1", "1 h, kept by 20 of 20")]
    [InlineData("20x13", "13 h, kept by 20 of 20")]                           // an hour of Tuesday
    [InlineData("19x2, 1x30 open", "not enough: 19")]                         // what still lies is no hand-over
    [InlineData("20x2, 1x30 open", "2 h, kept by 20 of 21")]
    [InlineData("20x2, 2x30 open", "30 h, kept by 20 of 20")]                 // a promise of thirty hours is not broken yet by an order that has lain for thirty
    [InlineData("20x2, 9x1 open", "2 h, kept by 20 of 20")]                   // nor are two hours by orders of an hour
    [InlineData("20x2, 9x30 cancelled", "2 h, kept by 20 of 20")]
    public void TheAdvice_IsTheShortestPromiseThatWasKept(string orders, string expected) => Assert.Equal(expected, Words(HandlingTimeAdvice.Of(Read(orders), Calendar, Asked)));

    [Theory]
    [InlineData(9, "2 h, kept by 191 of 200")]
    [InlineData(10, "2 h, kept by 190 of 200")]
    [InlineData(11, "30 h, kept by 200 of 200")]
    public void OnlyTheLatestOrders_AreLookedAt(int slow, string expected)
    {
        var old = Enumerable.Range(0, 500).Select(_ => new HandOver(Monday - Duration.FromDays(70), Monday, Monday));

        Assert.Equal(expected, Words(HandlingTimeAdvice.Of([.. old, .. Read($"{200 - slow}x2, {slow}x30")], Calendar, Asked)));
    }

    [Fact]
    public void WhatHappensLater_IsNotKnownYet()
    {
        var record = Read("20x2").Concat([new HandOver(Monday, Monday, Asked + Duration.FromHours(1)), new HandOver(Monday, Monday, null, Asked + Duration.FromHours(1)), new HandOver(Asked, Asked, Asked)]);

        Assert.Equal("60 h, kept by 20 of 20", Words(HandlingTimeAdvice.Of(record, Calendar, Asked)));      // two lie since Monday: five days of twelve hours
    }

    private static List<HandOver> Read(string orders) => [.. orders.Split(", ").Select(group => group.Split(['x', ' '])).SelectMany(group => Enumerable.Repeat(
        Order(double.Parse(group[1], System.Globalization.CultureInfo.InvariantCulture), group.ElementAtOrDefault(2)), int.Parse(group[0], System.Globalization.CultureInfo.InvariantCulture)))];

    private static HandOver Order(double hours, string? end) => end switch
    {
        "open" => new HandOver(Calendar.Before(Asked, Duration.FromHours(hours))!.Value, Asked, null),
        "cancelled" => new HandOver(Monday, Asked, null, Calendar.After(Monday, Duration.FromHours(hours))),
        _ => new HandOver(Monday, Asked, Calendar.After(Monday, Duration.FromHours(hours))),
    };

    private static string Words(HandlingTimeAdvice advice) => advice switch
    {
        HandlingTimeAdvice.Promise(var length, var orders, var kept) => FormattableString.Invariant($"{length.TotalHours} h, kept by {kept} of {orders}"),
        HandlingTimeAdvice.NotEnoughOrders(var count) => $"not enough: {count}",
        _ => throw new InvalidOperationException($"No words are written for {advice}."),
    };
}
