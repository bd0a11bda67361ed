using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Intake;
using ShipBy.Application.SelfWatch;
using ShipBy.Domain.Orders;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.SelfWatch;

/// <summary>Each trigger notices when another has gone silent.</summary>
public sealed class SilenceTests
{
    private readonly World _world = Watching.World();

    [Theory]
    [InlineData(Trigger.PollOrders, Trigger.SweepDeadlines)]
    [InlineData(Trigger.PollOrders, Trigger.DeliverOutbox)]
    [InlineData(Trigger.SweepDeadlines, Trigger.PollOrders)]
    [InlineData(Trigger.DeliverOutbox, Trigger.PollOrders)]
    [InlineData(Trigger.Queue, Trigger.SweepDeadlines)]
    [InlineData(Trigger.Push, Trigger.PollOrders)]
    public async Task ASilentTimer_IsNoticedByAnother(Trigger witness, Trigger silent)
    {
        await AllAsync();

        for (var minute = 1; minute <= 15; minute++)
        {
            await PassAsync(witness);
        }

        Assert.Empty(_world.Told());
        for (var minute = 16; minute <= 26; minute++)
        {
            await PassAsync(witness);
        }

        Assert.Equal(1, _world.Told().Count(line => line == $"SilentTimer {silent}"));
    }

    [Fact]
    public async Task AfterAStopOfEverything_NobodyIsSilent()
    {
        await AllAsync();
        _world.Clock.Advance(TimeSpan.FromHours(9));
        for (var minute = 0; minute < 20; minute++)
        {
            await _world.MinuteAsync();
        }

        Assert.Empty(_world.Told());
    }

    [Fact]
    public async Task ATimerThatRunsAgain_IsTold()
    {
        await AllAsync();
        for (var minute = 0; minute < 30; minute++)
        {
            await PassAsync(Trigger.SweepDeadlines);
        }

        Assert.Equal(["SilentTimer PollOrders", "SilentTimer DeliverOutbox"], _world.Told());
        await _world.MinutesAsync(10);

        Assert.Equal(["-SilentTimer DeliverOutbox", "-SilentTimer PollOrders"], _world.Told().Skip(2).Order());
    }

    [Fact]
    public async Task DueOrdersThatNobodyLooksAt_AreTold()
    {
        _world.Marketplace.Show(Sample.Posting with { ShipBy = _world.Now + Duration.FromHours(24) + Duration.FromMinutes(5) });
        await _world.Poll.RunAsync(default);

        for (var minute = 0; minute < 32; minute++)
        {
            await PassAsync(Trigger.DeliverOutbox);
        }

        Assert.Equal(1, _world.Told().Count(line => line == "LateSweep main"));
    }

    [Fact]
    public async Task PushesThatStop_AreTold_WhenOrdersComeWithoutThem()
    {
        _world.Marketplace.Show(Numbered(0));
        await _world.MinuteAsync();
        await _world.Of<ReadBackPosting>().RunAsync("shop", "P-0", default);
        await _world.HoursAsync(3);
        Assert.Empty(_world.Told());        // no order, no push

        _world.Marketplace.Show(Numbered(1), Numbered(2), Numbered(3));
        await _world.HoursAsync(3);
        Assert.Equal(["SilentPushes shop"], _world.Told());

        await _world.Of<ReadBackPosting>().RunAsync("shop", "P-3", default);
        await _world.HoursAsync(2);
        Assert.Equal(["SilentPushes shop", "-SilentPushes shop"], _world.Told());
    }

    private static Posting Numbered(int number) => Sample.Posting with { Key = new OrderKey("shop", $"P-{number}"), ShipBy = Sample.Noon + Duration.FromDays(20) };

    private async Task AllAsync()
    {
        await _world.RoundAsync();
        await _world.Of<DeliverOutbox>().RunAsync(default);
    }

    private async Task PassAsync(Trigger witness)
    {
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await (witness switch
        {
            Trigger.PollOrders => _world.Poll.RunAsync(default),
            Trigger.SweepDeadlines => _world.Sweep.RunAsync(default),
            Trigger.DeliverOutbox => _world.Of<DeliverOutbox>().RunAsync(default),
            Trigger.Queue => _world.Of<AnswerBell>().RunAsync(Bell.ReserveStock, Sample.Pool, default),
            _ => _world.Of<ReadBackPosting>().RunAsync("shop", "nobody's", default),
        });
        await _world.Send.RunAsync(Sample.Pool, default);
    }
}
