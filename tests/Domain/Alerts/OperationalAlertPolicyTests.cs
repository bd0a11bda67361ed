using NodaTime;
using ShipBy.Domain.Alerts;

namespace ShipBy.Domain.Tests.Alerts;

public sealed class OperationalAlertPolicyTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 12, 0);
    private static readonly Duration Interval = Duration.FromHours(4);

    private static readonly OperationalFinding Found = new(OperationalAlertKind.StalledPoll, "shop", Severity.Warning, AlertFacts.None);

    private static readonly OperationalAlert Known = new()
    {
        Kind = Found.Kind,
        Subject = Found.Subject,
        Severity = Found.Severity,
        Facts = Found.Facts,
        Since = Now - Duration.FromHours(1),
    };

    [Theory]
    [InlineData(0, "Note")]
    [InlineData(119, "Note")]
    [InlineData(120, "Tell")]       // this kind waits two minutes
    public void ANewAlert_IsPending_UntilItHasLastedLongEnough(int seconds, string expected) =>
        Assert.Equal(expected, Decide(null, Found with { Since = Now - Duration.FromSeconds(seconds) }));

    [Fact]
    public void ANewAlert_OfUnknownAge_BeginsNow()
    {
        var noted = Assert.IsType<OperationalAction.Note>(OperationalAlertPolicy.Decide(null, Found, Interval, Now));

        Assert.Equal((Now, null), (noted.Alert.Since, noted.Alert.ToldAt));
    }

    [Theory]
    [InlineData(119, "LeaveAsItIs")]
    [InlineData(120, "Tell")]
    public void APendingAlert_IsTold_WhenItHasLastedLongEnough(int seconds, string expected) =>
        Assert.Equal(expected, Decide(Known with { Since = Now - Duration.FromSeconds(seconds) }, Found));

    [Theory]
    [InlineData(false, "Forget")]               // nobody had heard of it
    [InlineData(true, "TellThatItIsOver")]
    public void WhatIsOver_IsTold_OnlyIfItHadBeenTold(bool told, string expected) =>
        Assert.Equal(expected, Decide(Known with { ToldAt = told ? Now - Duration.FromMinutes(1) : null }, null));

    [Theory]
    [InlineData(239, "LeaveAsItIs")]
    [InlineData(240, "Tell")]
    public void AToldAlert_IsRepeated_AfterTheInterval(int minutes, string expected) =>
        Assert.Equal(expected, Decide(Known with { ToldAt = Now - Duration.FromMinutes(minutes) }, Found));

    [Theory]
    [InlineData(Severity.Warning, 0, "LeaveAsItIs")]
    [InlineData(Severity.Critical, 0, "Tell")]
    [InlineData(Severity.Info, 0, "LeaveAsItIs")]
    [InlineData(Severity.Warning, 1, "Tell")]
    public void WhatGetsWorse_IsToldAtOnce(Severity severity, int stage, string expected) =>
        Assert.Equal(expected, Decide(Known with { ToldAt = Now - Duration.FromMinutes(1) }, Found with { Severity = severity, Stage = stage }));

    [Theory]
    [InlineData(OperationalAlertKind.KeyExpiring, Severity.Warning, "LeaveAsItIs")]     // the next stage tells
    [InlineData(OperationalAlertKind.KeyExpiring, Severity.Critical, "Tell")]
    [InlineData(OperationalAlertKind.PushesOff, Severity.Critical, "LeaveAsItIs")]
    public void SomeKinds_AreNotRepeated(OperationalAlertKind kind, Severity severity, string expected) =>
        Assert.Equal(expected, Decide(Known with { Kind = kind, Severity = severity, ToldAt = Now - Duration.FromDays(3) }, Found with { Kind = kind, Severity = severity }));

    [Theory]
    [InlineData(null, "Note")]
    [InlineData(29, "LeaveAsItIs")]
    [InlineData(30, "TellThatItIsOver")]
    public void WhatComesAndGoes_IsOver_WhenItStaysAway(int? quietMinutes, string expected)
    {
        var alert = Known with { Kind = OperationalAlertKind.ChannelRefuses, ToldAt = Now - Duration.FromHours(1), QuietSince = quietMinutes is { } quiet ? Now - Duration.FromMinutes(quiet) : null };

        Assert.Equal(expected, Decide(alert, null));
    }

    [Fact]
    public void WhatComesBack_BeforeItIsOver_IsTheSameAlert()
    {
        var alert = Known with { Kind = OperationalAlertKind.ChannelRefuses, ToldAt = Now - Duration.FromHours(1), QuietSince = Now - Duration.FromMinutes(20) };

        var noted = Assert.IsType<OperationalAction.Note>(OperationalAlertPolicy.Decide(alert, Found with { Kind = alert.Kind }, Interval, Now));

        Assert.Equal((alert.Since, null), (noted.Alert.Since, noted.Alert.QuietSince));
    }

    [Fact]
    public void WhereNothingIsWrong_NothingIsWritten() => Assert.Equal("LeaveAsItIs", Decide(null, null));

    [Fact]
    public void EveryKind_HasItsRule() => Assert.All(Enum.GetValues<OperationalAlertKind>(), kind => Assert.True(OperationalRule.Of(kind).For >= Duration.Zero));

    private static string Decide(OperationalAlert? known, OperationalFinding? finding) => OperationalAlertPolicy.Decide(known, finding, Interval, Now).GetType().Name;
}
