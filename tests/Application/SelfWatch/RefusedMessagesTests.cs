using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.SelfWatch;

/// <summary>Messages that a shop's address refuses: one sender who is refused again and again is worth telling, once.</summary>
public sealed class RefusedMessagesTests
{
    private static readonly Shop Teller = new("tea", "webhook", Sample.Pool);

    private readonly World _world = Watching.World();

    public RefusedMessagesTests() => _world.AddPorts = services => services.AddSingleton(Teller);

    [Theory]
    [InlineData(9, "")]
    [InlineData(10, "MessagesRefused tea")]
    [InlineData(200, "MessagesRefused tea")]
    public async Task TenInARow_AreToldOnce(int messages, string told)
    {
        await RefuseAsync("198.51.100.7", messages);
        await _world.MinuteAsync();

        Assert.Equal(told, string.Join(' ', _world.Told()));
    }

    [Fact]
    public async Task WhoIsRefused_AndWhy_IsAnAlertsFact()
    {
        await RefuseAsync("198.51.100.7", 10);
        await _world.MinuteAsync();

        var facts = _world.Lines().Single().Facts;
        Assert.Equal((10, "401 (signature)"), (facts.Count, facts.Detail));
        Assert.DoesNotContain("198.51", facts.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManySenders_ToldFewTimesEach_AreNoRow()
    {
        for (var sender = 0; sender < 50; sender++)
        {
            await RefuseAsync($"198.51.100.{sender}", 9);
        }

        Assert.Empty(_world.Told());
        Assert.Equal(450, _world.Of<RefusedMessages>().Counts[("tea", "401 (signature)")]);
    }

    [Fact]
    public async Task AMessageThatWasTaken_EndsTheRow()
    {
        await RefuseAsync("198.51.100.7", 9);
        _world.Of<RefusedMessages>().Forget(Teller, "198.51.100.7");
        await RefuseAsync("198.51.100.7", 9);

        Assert.Empty(_world.Told());
    }

    [Fact]
    public async Task AnHourWithoutARow_IsTheEnd()
    {
        await RefuseAsync("198.51.100.7", 10);
        await _world.MinuteAsync();
        await _world.HoursAsync(1.5);

        Assert.Equal(["MessagesRefused tea", "-MessagesRefused tea"], _world.Told());
    }

    private async Task RefuseAsync(string sender, int messages)
    {
        for (var i = 0; i < messages; i++)
        {
            await _world.Of<RefusedMessages>().CountAsync(Teller, sender, "401 (signature)", default);
        }
    }
}
