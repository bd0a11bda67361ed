using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ShipBy.Application.Doctor;
using ShipBy.Application.Ledger;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Settings;
using ShipBy.TestKit;

namespace ShipBy.Application.Tests.Doctor;

/// <summary>A part that fails in whatever way becomes a finding of its own.</summary>
public sealed class CheckupTests
{
    private readonly FakeTimeProvider _machine = new();

    [Fact]
    public async Task WhateverAProbeDoes_TheOthersAreHeard_ByArea()
    {
        var findings = await RunAsync(
            new Probe(Area.Quota, () => throw new LedgerUnreachableException("silence", new IOException())),
            new Probe(Area.Page, () => throw new InvalidOperationException("a secret in a message")),
            new Probe(Area.Storage, () => [new Finding(Area.Storage, Fact.StorageSound)]));

        Assert.Equal([Fact.StorageSound, Fact.ClockUnknown, Fact.NotLookedAt, Fact.Broke], findings.Select(finding => finding.Fact));
        Assert.Equal("InvalidOperationException", findings[3].Detail);
    }

    [Theory]
    [InlineData(Fact.StorageRefused, Fact.NotLookedAt)]
    [InlineData(Fact.StorageSilent, Fact.NotLookedAt)]
    [InlineData(Fact.StorageSound, Fact.Broke)]
    public async Task WhatBreaks_BesideAStorageThatFails_IsNoTroubleOfItsOwn(Fact storage, Fact expected) => Assert.Equal(
        [storage, Fact.ClockUnknown, expected],
        (await RunAsync(new Probe(Area.Quota, () => throw new InvalidOperationException()), new Probe(Area.Storage, () => [new Finding(Area.Storage, storage)]))).Select(finding => finding.Fact));

    [Fact]
    public async Task AProbeThatHangs_EndsAfterTwentySeconds()
    {
        var running = RunAsync(new Probe(Area.Shops, Findings: null));
        _machine.Advance(TimeSpan.FromSeconds(19.9));
        Assert.False(running.IsCompleted);
        _machine.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal([Fact.ClockUnknown, Fact.TookTooLong], (await running).Select(finding => finding.Fact));
    }

    [Fact]
    public async Task WhoeverStopsTheCheckup_StopsIt()
    {
        using var stop = new CancellationTokenSource();
        var running = RunAsync(new Probe(Area.Shops, Findings: null), stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task TheClocks_AreReadAfterTheOthersAsked()
    {
        var clock = new AnsweringClock();
        var checkup = new Checkup([new Probe(Area.Storage, () => clock.Answer())], new ClocksProbe([clock]), new MachineClock(_machine));

        Assert.Equal(Fact.ClockFarOff, Assert.Single(await checkup.RunAsync(default)).Fact);
    }

    [Theory]
    [InlineData(0, Fact.ClockSound)]
    [InlineData(60, Fact.ClockSound)]
    [InlineData(61, Fact.ClockOff)]
    [InlineData(-61, Fact.ClockOff)]
    [InlineData(600, Fact.ClockOff)]
    [InlineData(601, Fact.ClockFarOff)]
    [InlineData(-601, Fact.ClockFarOff)]
    public async Task AClock_IsOff_OnlyAsFarAsItSurelyIs(int secondsAhead, Fact expected)
    {
        var clock = new AnsweringClock { Last = new ForeignTime("storage", Duration.FromSeconds(secondsAhead), Doubt: Duration.FromSeconds(1), Sample.Noon) };

        var finding = Assert.Single(await new ClocksProbe([clock]).LookAsync(default));

        Assert.Equal((expected, "storage", Duration.FromSeconds(Math.Abs(secondsAhead))), (finding.Fact, finding.Subject, finding.Time));
    }

    private Task<IReadOnlyList<Finding>> RunAsync(params Probe[] probes) => new Checkup(probes, new ClocksProbe([]), new MachineClock(_machine)).RunAsync(default);

    private Task<IReadOnlyList<Finding>> RunAsync(Probe probe, CancellationToken cancel) => new Checkup([probe], new ClocksProbe([]), new MachineClock(_machine)).RunAsync(cancel);

    /// <param name="Findings">Null: never ends by itself.</param>
    private sealed record Probe(Area Area, Func<IReadOnlyList<Finding>>? Findings) : IProbe
    {
        public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel)
        {
            await (Findings is null ? Task.Delay(Timeout.InfiniteTimeSpan, cancel) : Task.CompletedTask);
            return Findings!();
        }
    }

    private sealed class AnsweringClock : IForeignClock
    {
        public ForeignTime? Last { get; set; }

        public IReadOnlyList<Finding> Answer()
        {
            Last = new ForeignTime("storage", Duration.FromMinutes(11), Duration.Zero, Sample.Noon);
            return [];
        }
    }
}
