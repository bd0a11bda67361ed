using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.Alerts;
using ShipBy.Application.Doorbell;
using ShipBy.Application.History;
using ShipBy.Application.Ledger;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.SelfWatch.Checks;
using ShipBy.Bench.Measuring;
using ShipBy.Bench.Product;
using ShipBy.TestKit.Worlds;

namespace ShipBy.Bench.Figures;

/// <summary>The storage requests by which ShipBy watches over itself for a day in which nothing happens, timers every minute.</summary>
/// <remarks>The same day is lived without the watch; what timers ask by themselves is taken off. A look into the queues is four.</remarks>
public static class WatchDay
{
    private const int Minutes = 24 * 60;

    public static async Task<long> RequestsAsync() => await LiveAsync(isWatched: true) - await LiveAsync(isWatched: false);

    internal static async Task<Outcome> MeasureAsync(Effort effort)
    {
        var requests = await RequestsAsync();
        return Outcome.Counted("self_watch_requests_per_day", requests, FormattableString.Invariant($"{30.4 * requests:0} a month"));
    }

    private static async Task<long> LiveAsync(bool isWatched)
    {
        var (ledger, history, queues) = (new CountingLedger(new InMemoryLedger()), new CountingLedger(new InMemoryLedger()), new EmptyQueues());
        await using var guard = Guard.Build(new ConfigurationBuilder().Build(), services =>
        {
            services.AddSingleton<ILedger>(ledger).AddSingleton(new HistoryStore(history)).AddSingleton<IDoorbell>(new World.RecordingBells());
            if (isWatched)
            {
                services.AddSingleton<ISelfWatch, WatchOurselves>().AddSingleton<IQueuePeek>(queues).AddSingleton<ISelfCheck, QueueCheck>();
            }
        });

        for (var minute = 0; minute < Minutes; minute++)
        {
            await guard.PollAsync();
            await guard.SweepAsync();
            await guard.Get<DeliverOutbox>().RunAsync(default);
            guard.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        return ledger.Asked + history.Asked + queues.Asked;
    }

    private sealed class EmptyQueues : IQueuePeek
    {
        private const int ALook = 4;

        public long Asked { get; private set; }

        public Task<IReadOnlyList<QueueLook>?> LookAsync(CancellationToken cancel)
        {
            Asked += ALook;
            return Task.FromResult<IReadOnlyList<QueueLook>?>([]);
        }
    }
}
