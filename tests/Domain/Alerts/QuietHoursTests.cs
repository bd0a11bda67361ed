using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Alerts;

namespace ShipBy.Domain.Tests.Alerts;

public sealed class QuietHoursTests
{
    private static readonly DateTimeZone Moscow = DateTimeZoneProviders.Tzdb["Europe/Moscow"];

    [Theory]
    [InlineData("22:00-08:00", "2026-03-02T21:59", null)]
    [InlineData("22:00-08:00", "2026-03-02T22:00", "2026-03-03T08:00")]          // the first minute is quiet
    [InlineData("22:00-08:00", "2026-03-03T00:00", "2026-03-03T08:00")]
    [InlineData("22:00-08:00", "2026-03-03T07:59", "2026-03-03T08:00")]
    [InlineData("22:00-08:00", "2026-03-03T08:00", null)]                        // the last is not
    [InlineData("13:00-14:00", "2026-03-03T13:30", "2026-03-03T14:00")]
    [InlineData("13:00-14:00", "2026-03-03T22:30", null)]
    public void WhatCanWait_WaitsForTheirEnd(string hours, string local, string? until)
    {
        var quiet = QuietHours.Parse(hours, Moscow)!;

        Assert.Equal(until is null ? null : At(until), quiet.HoldBackUntil(Severity.Warning, At(local)));
        Assert.Equal(until is null ? null : At(until), quiet.HoldBackUntil(Severity.Info, At(local)));
        Assert.Null(quiet.HoldBackUntil(Severity.Critical, At(local)));
    }

    [Theory]
    [InlineData("2026-03-28T23:30Z", "2026-03-29T06:00Z")]           // the night of the clock change is an hour shorter
    [InlineData("2026-10-24T22:30Z", "2026-10-25T07:00Z")]           // and an hour longer
    public void AClockChange_MovesTheirEnd(string at, string end) => Assert.Equal(
        InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'").Parse(end).Value,
        QuietHours.Parse("22:00-08:00", DateTimeZoneProviders.Tzdb["Europe/Berlin"])!.Around(InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'").Parse(at).Value)!.Value.End);

    [Theory]
    [InlineData("22:00")]
    [InlineData("22-8")]
    [InlineData("22:00-22:00")]
    [InlineData("22:00-25:00")]
    [InlineData("night")]
    public void WhatIsNoHours_IsRefused(string text) => Assert.Contains(text, Assert.Throws<FormatException>(() => QuietHours.Parse(text, Moscow)).Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_IsNeverQuiet() => Assert.Null(QuietHours.Parse("", Moscow));

    private static Instant At(string local) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneStrictly(Moscow).ToInstant();
}
