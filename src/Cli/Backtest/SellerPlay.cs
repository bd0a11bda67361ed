using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using ShipBy.Application;
using ShipBy.Application.Alerts;
using ShipBy.Application.Deadlines;
using ShipBy.Application.Doorbell;
using ShipBy.Application.History;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.SelfWatch;
using ShipBy.Application.Settings;
using ShipBy.Application.Stock;
using ShipBy.Domain.Calendars;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Cli.Backtest;

/// <summary>One seller's history, played through the real use cases on a virtual business clock.</summary>
/// <remarks>The clock goes from one tick at which something happens to the next; ticks between them would find nothing to do.</remarks>
internal sealed class SellerPlay
{
    private readonly PlayClock _clock;
    private readonly PlayedMarketplace _marketplace;
    private readonly PlayedMailbox _mailbox;
    private readonly InMemoryLedger _ledger = new();
    private readonly ServiceProvider _app;
    private readonly SortedSet<Instant> _ticks;
    private readonly Dictionary<string, string> _setAside = new(StringComparer.Ordinal);

    private SellerPlay(IReadOnlyList<PastOrder> orders, Ladder ladder, WorkCalendar calendar)
    {
        _ticks = [.. orders.SelectMany(order => TicksOf(order, ladder))];
        _clock = new PlayClock(_ticks.Min);
        _marketplace = new PlayedMarketplace(orders, _clock);
        _mailbox = new PlayedMailbox(_clock);
        _app = Services(ladder, calendar);
    }

    public static async Task<PlayedSeller> RunAsync(IReadOnlyList<PastOrder> orders, Ladder ladder, WorkCalendar calendar, CancellationToken cancel)
    {
        var play = new SellerPlay(orders, ladder, calendar);
        await using (play._app)
        {
            while (play._ticks.Count > 0)
            {
                play._clock.Now = play._ticks.Min;
                play._ticks.Remove(play._clock.Now);
                await play.TickAsync(cancel);
            }
        }

        return new PlayedSeller(orders, play._mailbox.Mails, play._setAside);
    }

    private async Task TickAsync(CancellationToken cancel)
    {
        var pool = _marketplace.Shop.Pool;
        await _app.GetRequiredService<PollOrders>().RunAsync(cancel);
        await _app.GetRequiredService<ReserveStock>().RunAsync(pool, cancel);
        await _app.GetRequiredService<SweepDeadlines>().RunAsync(cancel);
        await NoteOrdersAsync(pool, cancel);
        await _app.GetRequiredService<DeliverOutbox>().RunAsync(cancel);
        if ((await _ledger.RangeAsync(pool, KeyRange.OpenNotices, 1, cancel)).Count > 0)
        {
            _ticks.Add(_clock.Now + SweepGrid.Every);       // the budget lets no more out for now
        }
    }

    /// <summary>Remembers what is set aside, and when the app wants to look at an order again: early warnings are nowhere in the file.</summary>
    private async Task NoteOrdersAsync(PoolName pool, CancellationToken cancel)
    {
        foreach (var order in (await _ledger.OrdersAsync(pool, cancel)).Values.Select(stored => stored.Order()).Where(order => order.State.IsOpen()))
        {
            if (order.State == OrderState.SetAside)
            {
                _setAside[order.Key.Number] = order.Flaw ?? "";
            }

            if (order.LookAt > _clock.Now)
            {
                _ticks.Add(SweepGrid.At(order.LookAt.Value));
            }
        }
    }

    private static IEnumerable<Instant> TicksOf(PastOrder order, Ladder ladder) => ladder.Rungs
        .Select(rung => Instant.Max(order.AppearsAt, ladder.ReachedAt(rung, order.ShipBy)))
        .Append(order.AppearsAt)
        .Append(Instant.Max(order.AppearsAt, order.EndsAt ?? order.AppearsAt))
        .Select(SweepGrid.At);

    private ServiceProvider Services(Ladder ladder, WorkCalendar calendar) => new ServiceCollection()
        .AddSingleton<ILedger>(_ledger)
        .AddSingleton(new HistoryStore(new InMemoryLedger()))
        .AddSingleton(new GuardOptions { MorningPlanAt = "", EveningReportAt = "" })      // mails are counted for their warnings
        .AddSingleton<TimeProvider>(_clock)
        .AddSingleton(new MachineClock(_clock))
        .AddSingleton<IDoorbell, NoBell>()
        .AddSingleton<IMarketplace>(_marketplace)
        .AddSingleton<IAlertChannel>(_mailbox)
        .AddSingleton<ILetterWriter>(_mailbox)
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSingleton(calendar)
        .AddSingleton<ISelfWatch, NobodyWatches>()
        .AddGuard()
        .AddSingleton(ladder)
        .BuildServiceProvider();

    /// <summary>Everything is looked at on every tick, so nobody has to be rung.</summary>
    private sealed class NoBell : IDoorbell
    {
        public Task RingAsync(Bell bell, PoolName pool, CancellationToken cancel) => Task.CompletedTask;
    }
}
