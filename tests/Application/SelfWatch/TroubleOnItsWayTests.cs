using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.SelfWatch;

/// <summary>Trouble of ours by a channel that cannot tell what it has: no rung covers it, and its repeat is hours away or never comes.</summary>
public sealed class TroubleOnItsWayTests
{
    private readonly World _world = Watching.World();

    public TroubleOnItsWayTests()
    {
        _world.Channel.CanTell = false;
        _world.Marketplace.KeyExpires = _world.Now + Duration.FromDays(2);
    }

    [Theory]
    [InlineData(0, 1)]      // it arrives at once
    [InlineData(1, 1)]      // given away, nobody knows: sent once more, and marked
    [InlineData(2, 0)]      // and no third time
    public async Task WhatMayNotHaveArrived_IsSentOnceMore(int lost, int arrived)
    {
        for (var send = 0; send < lost; send++)
        {
            _world.Channel.Script.Enqueue(new FakeChannel.Answer(new Delivery.Undecided("time-out")));
        }

        await _world.MinutesAsync(10);

        Assert.Equal(Enumerable.Repeat("KeyExpiring shop", arrived), _world.Told());
        Assert.All(_world.Channel.Accepted, notice => Assert.Equal(lost > 0, notice.MaybeRepeated));
        Assert.Equal(Math.Min(lost + 1, 2), _world.Channel.Sends);
    }
}
