using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Budgets;
using ShipBy.Domain.Alerts;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.SelfWatch;

public sealed class NoticesCheckTests
{
    private readonly World _world = Watching.World();
    private readonly FakeChannel _chat;

    public NoticesCheckTests()
    {
        _chat = new FakeChannel { Writes = _world.Channel };
        _world.Routes = new AlertRoutes(
        [
            new AlertRoute("mail", Contact.First, Severity.Info, _world.Channel, [new BudgetWindow("mail", Duration.FromHours(1), 3)]),
            new AlertRoute("chat", Contact.First, Severity.Info, _chat, []),
        ]);
    }

    [Fact]
    public async Task AChannelThatRefuses_IsToldByTheOthers_AndItsRecoveryToo()
    {
        Refuse(400);
        await WarnAsync();
        await _world.MinutesAsync(20);

        Assert.Empty(_world.Told());
        Assert.Equal(["ChannelRefuses mail"], _chat.Told());
        Assert.Equal("The domain is not verified.", _chat.Accepted[^1].Operational[0].Facts.Detail);

        _world.Channel.Script.Clear();
        await _world.MinutesAsync(60);

        Assert.Equal(["ChannelRefuses mail", "-ChannelRefuses mail"], _chat.Told());
        Assert.Single(_world.Channel.Accepted, mail => mail.Warnings.Count > 0);
    }

    [Fact]
    public async Task AChannelThatStumbles_IsNotTold()
    {
        Refuse(5);
        await WarnAsync();
        await _world.MinutesAsync(60);

        Assert.Empty(_chat.Told());
    }

    [Fact]
    public async Task AUsedUpQuota_IsTold_WhenNoticesWait()
    {
        for (var number = 0; number < 8; number++)
        {
            await WarnAsync(number);
            await _world.MinuteAsync();
        }

        await _world.MinutesAsync(12);

        Assert.Equal(["QuotaTight mail"], _chat.Told());
        await _world.MinutesAsync(120);
        Assert.Equal(["QuotaTight mail", "-QuotaTight mail"], _chat.Told());
    }

    private void Refuse(int times)
    {
        for (var time = 0; time < times; time++)
        {
            _world.Channel.Script.Enqueue(new FakeChannel.Answer(new Delivery.Refused("The domain is not verified.")));
        }
    }

    private async Task WarnAsync(int number = 0)
    {
        _world.Marketplace.Show(Sample.Posting with { Key = Sample.Posting.Key with { Number = $"P-{number}" }, ShipBy = _world.Now + Duration.FromHours(20) });
        await _world.MinuteAsync();
    }
}
