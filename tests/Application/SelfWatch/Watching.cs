using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.Alerts;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Application.Tests.SelfWatch;

/// <summary>A world that watches over itself, and what it told.</summary>
internal static class Watching
{
    public static World World(Action<Application.Settings.GuardOptions>? set = null) => new(set) { WatchesItself = true };

    /// <summary>What arrived, oldest first: kind and subject, with a minus where it is over.</summary>
    public static IEnumerable<string> Told(this World world) => Told(world.Channel);

    public static IEnumerable<string> Told(this FakeChannel channel) =>
        channel.Accepted.SelectMany(mail => mail.Operational).Select(line => $"{(line.IsOver ? "-" : "")}{line.Kind} {line.Subject}");

    public static IEnumerable<OperationalLine> Lines(this World world) => world.Channel.Accepted.SelectMany(mail => mail.Operational);

    /// <summary>One minute of everything, as the timers would do it.</summary>
    public static async Task MinuteAsync(this World world)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.TimersAsync();
    }

    public static async Task MinutesAsync(this World world, int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            await world.MinuteAsync();
        }
    }

    /// <summary>Hours in which the timers run each quarter only.</summary>
    public static async Task HoursAsync(this World world, double hours)
    {
        for (var quarter = 0; quarter < hours * 4; quarter++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(15));
            await world.TimersAsync();
        }
    }

    /// <summary>All timers once, and the queue that was rung.</summary>
    public static async Task TimersAsync(this World world)
    {
        await world.RoundAsync();
        await world.Of<DeliverOutbox>().RunAsync(default);
        await world.Send.RunAsync(TestKit.Sample.Pool, default);
    }

    public static World With(this World world, Action<IServiceCollection> ports)
    {
        world.AddPorts += ports;
        return world;
    }
}
