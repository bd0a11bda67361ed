using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ShipBy.Adapters.Doctor;
using ShipBy.Application.Doctor;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Tests.Doctor;

/// <summary>Schedules as the host reads them. It is Monday, noon.</summary>
public sealed class SchedulesProbeTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 2, 12, 0);

    [Theory]
    [InlineData("0 * * * * *", 60, 60)]
    [InlineData("*/5 * * * *", 300, 300)]
    [InlineData("30 * * * * *", 30, 60)]
    [InlineData("00:10:00", 600, 600)]
    [InlineData("0 0,30 9-12 * * 1-5", 1800, 14 * 1800)]       // the weekend is the longest gap, see below
    public async Task ASchedule_HasItsNextRun(string text, int nextIn, int atLeastBetween)
    {
        var finding = await LookAsync("OutboxSchedule", text);

        Assert.Equal((Fact.ScheduleSound, Noon + Duration.FromSeconds(nextIn)), (finding.Fact, finding.At));
        Assert.True(finding.Time >= Duration.FromSeconds(atLeastBetween));
    }

    [Fact]
    public async Task TheLongestGap_IsThatOverTheWeekend() =>
        Assert.Equal(Duration.FromHours(68.5), (await LookAsync("OutboxSchedule", "0 0,30 9-12 * * 1-5")).Time);

    [Theory]
    [InlineData(null, Fact.ScheduleMissing)]
    [InlineData("", Fact.ScheduleMissing)]
    [InlineData("every minute", Fact.ScheduleUnreadable)]
    [InlineData("0 61 * * * *", Fact.ScheduleUnreadable)]
    [InlineData("* * * *", Fact.ScheduleUnreadable)]
    [InlineData("00:00:00", Fact.ScheduleUnreadable)]
    [InlineData("0 0 0 30 2 *", Fact.ScheduleNever)]
    public async Task WhatTheHostWouldNotRun_IsAFault(string? text, Fact expected)
    {
        var finding = await LookAsync("PollSchedule", text);

        Assert.Equal((expected, Health.Fault, "PollSchedule"), (finding.Fact, finding.Health, finding.Subject));
    }

    [Theory]
    [InlineData("PollSchedule", "0 */15 * * * *", Fact.ScheduleSound)]
    [InlineData("PollSchedule", "0 */16 * * * *", Fact.PollTooRare)]
    [InlineData("PollSchedule", "0 * 9-18 * * *", Fact.PollTooRare)]        // not at night
    [InlineData("SweepSchedule", "0 0 */2 * * *", Fact.ScheduleSound)]
    [InlineData("SweepSchedule", "0 0 */3 * * *", Fact.SweepTooRare)]
    [InlineData("OutboxSchedule", "0 0 0 * * *", Fact.ScheduleSound)]
    public async Task ATimer_MustComeOftenEnough(string name, string text, Fact expected) => Assert.Equal(expected, (await LookAsync(name, text)).Fact);

    private static async Task<Finding> LookAsync(string name, string? text)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(name, text)]).Build();
        var findings = await new SchedulesProbe(settings, new GuardOptions(), new FakeTimeProvider(Noon.ToDateTimeOffset())).LookAsync(default);
        return findings.Single(finding => finding.Subject == name);
    }
}
