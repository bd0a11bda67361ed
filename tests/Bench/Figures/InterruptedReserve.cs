using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Application.Stock;
using ShipBy.Bench.Orders;
using ShipBy.Bench.Product;
using ShipBy.Domain.Orders;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Bench.Figures;

/// <summary>The only instance is killed while it reserves, at a random call to the ledger; another one starts. All of it on a virtual clock.</summary>
/// <remarks>The poll ticks at second 0, the sweep at 30, the outbox at 15 and 45, as a deployment's default settings have it.</remarks>
internal sealed class InterruptedReserve
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);
    private static readonly Duration AMoment = Duration.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new(SampleOrders.Noon.ToDateTimeOffset());
    private readonly InMemoryLedger _ledger = new();
    private readonly World.RecordingBells _bells = new();
    private readonly Random _random;

    private InterruptedReserve(int seed) => _random = new Random(seed);

    private Instant Now => _clock.Now();

    /// <returns>Seconds from the kill until every order that was interrupted is held; null where the work had just been done.</returns>
    public static async Task<double?> RunAsync(int seed)
    {
        var undisturbed = new InterruptedReserve(seed);
        await undisturbed.TakeAsync();
        var calls = await undisturbed.ReserveUntilDeathAsync(last: 0, takesEffect: false);

        var world = new InterruptedReserve(seed);
        await world.TakeAsync();
        await world.ReserveUntilDeathAsync(1 + world._random.Next(calls), world._random.Next(2) == 0);
        return await world.IsAllHeldAsync() ? null : await world.RecoverAsync();
    }

    private async Task TakeAsync()
    {
        await using var first = Instance(_ledger);
        await first.OpenStockAsync();
        await PassAsync(HostTimes.Tick(Now, second: 0, every: 60, _random), () => first.TakeAsync(0, 1 + _random.Next(80)));
        _clock.Advance(TimeSpan.FromMilliseconds(_random.Next(200)));       // until the pump has the message
    }

    /// <returns>How many calls the reserve made.</returns>
    private async Task<int> ReserveUntilDeathAsync(int last, bool takesEffect)
    {
        var ledger = new DyingLedger(_ledger, last, takesEffect);
        var first = Instance(ledger);       // never disposed of: the dead do not tidy up
        await PassAsync(Now, () => Task.WhenAny(first.Get<ReserveStock>().RunAsync(SampleOrders.Pool, default), ledger.Death));
        return ledger.Calls;
    }

    private async Task<double> RecoverAsync()
    {
        var killed = Now;
        await using var second = Instance(_ledger);
        using var looks = HostTimes.Looks(killed + HostTimes.ColdStart(_random), _random).GetEnumerator();
        looks.MoveNext();
        var messages = new List<Instant> { killed + HostTimes.Hidden };
        var sweep = NextSweep(killed + HostTimes.Handover(_random));
        var outbox = NextOutbox(killed + HostTimes.Handover(_random));

        while (!await IsAllHeldAsync())
        {
            var next = Instant.Min(looks.Current, Instant.Min(sweep, outbox));
            _bells.Rung.Clear();
            if (next == sweep)
            {
                await PassAsync(next, second.SweepAsync);
                sweep = NextSweep(next + AMoment);
            }
            else if (next == outbox)
            {
                await PassAsync(next, () => second.Get<DeliverOutbox>().RunAsync(default));
                outbox = NextOutbox(next + AMoment);
            }
            else
            {
                looks.MoveNext();
                var found = messages.RemoveAll(visible => visible <= next) > 0;
                await PassAsync(next, () => found ? second.Get<ReserveStock>().RunAsync(SampleOrders.Pool, default) : Task.CompletedTask);
            }

            messages.AddRange(_bells.Rung.Where(bell => bell == Bell.ReserveStock).Select(_ => Now));
        }

        return (Now - killed).TotalSeconds;
    }

    private Instant NextSweep(Instant from) => HostTimes.Tick(from, second: 30, every: 60, _random);

    private Instant NextOutbox(Instant from) => HostTimes.Tick(from, second: 15, every: 30, _random);

    /// <summary>Moves the clock to an instant, does something, and moves the clock on for as long as that waits for it.</summary>
    private async Task PassAsync(Instant at, Func<Task> act)
    {
        _clock.Advance((Instant.Max(at, Now) - Now).ToTimeSpan());
        var acting = act();
        while (!acting.IsCompleted)
        {
            for (var turn = 0; turn < 10 && !acting.IsCompleted; turn++)
            {
                await Task.Yield();
            }

            _clock.Advance(Step);
        }

        await acting;
    }

    private async Task<bool> IsAllHeldAsync() => (await _ledger.OrdersAsync(SampleOrders.Pool, default)).Values.All(stored => stored.Order().State == OrderState.Held);

    private Guard Instance(ILedger ledger) => Guard.Build(
        new ConfigurationBuilder().Build(), services => services.AddSingleton(ledger).AddSingleton<IDoorbell>(_bells).AddSingleton(new Random(_random.Next())), _clock);
}
