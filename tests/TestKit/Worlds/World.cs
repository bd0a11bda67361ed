using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Budgets;
using ShipBy.Application.Deadlines;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Application.Stock;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.TestKit.Worlds;

/// <summary>The real use cases on the in-memory ledger, with a marketplace, a mail service and a clock that a test moves.</summary>
public sealed class World
{
    public World(Action<GuardOptions>? set = null)
    {
        set?.Invoke(Options);
        Ladder = Ladder.Parse(Options.Ladder);
        Pools = new Pools([Marketplace]);
        TakePostings = new TakePostings(Ledger, Bells, Ladder, MailIds, Options, Clock, NullLogger<TakePostings>.Instance);
        Poll = new PollOrders([Marketplace], Ledger, TakePostings, new TellProblem(Ledger, Bells, MailIds, Options, Clock), Options, Clock, NullLogger<PollOrders>.Instance);
        Reserve = ReserveOn(Ledger);
        Sweep = SweepOn(Ledger);
        var journal = new MailJournal(Ledger, Clock, NullLogger<MailJournal>.Instance);
        Send = new SendMails(
            Ledger, Channel, Channel, new ResumeMails(Ledger, Channel, Channel, journal, Options, Clock), new MailBudget(new WindowBudget(Ledger), Options), journal, Options, Clock);
        Desk = new Application.Desk.Desk(Ledger, [Marketplace], Pools, Ladder, Options, Clock, new Random(7));
    }

    public GuardOptions Options { get; } = new() { MailsPerLongWindow = 1_000 };

    public FakeTimeProvider Clock { get; } = new(Sample.Noon.ToDateTimeOffset());

    public InMemoryLedger Ledger { get; } = new();

    public RecordingBells Bells { get; } = new();

    public FakeMarketplace Marketplace { get; } = new() { Present = { [Sample.Mug] = 100 } };

    public FakeChannel Channel { get; } = new();

    public Ladder Ladder { get; }

    public Pools Pools { get; }

    public MailIds MailIds { get; } = new();

    public TakePostings TakePostings { get; }

    public PollOrders Poll { get; }

    public ReserveStock Reserve { get; }

    public SweepDeadlines Sweep { get; }

    public SendMails Send { get; }

    public Application.Desk.Desk Desk { get; }

    public Instant Now => Clock.Now();

    public ReserveStock ReserveOn(ILedger ledger) =>
        new(ledger, new ListStock(ledger, [Marketplace], NullLogger<ListStock>.Instance), Clock, NullLogger<ReserveStock>.Instance);

    public SweepDeadlines SweepOn(ILedger ledger) => new(ledger, Pools, Bells, Ladder, MailIds, Options, Clock, NullLogger<SweepDeadlines>.Instance);

    public async Task<IReadOnlyDictionary<string, Order>> OrdersAsync() =>
        (await Ledger.OrdersAsync(Sample.Pool, default)).ToDictionary(order => order.Key.Number, order => order.Value.Order());

    public async Task<Order> OrderAsync(string number) => (await OrdersAsync())[number];

    public async Task<StockItem> StockAsync(Sku sku) =>
        ((LedgerRow.StockRow)(await Ledger.FindAsync(Sample.Pool, RowKey.Stock(sku), default))!.Row).Item;

    /// <summary>An order is due and its warning is decided, and nobody has sent it yet.</summary>
    public async Task DecideAWarningAsync()
    {
        Marketplace.Show(Sample.Posting with { ShipBy = Sample.Noon + Duration.FromHours(20) });
        await Poll.RunAsync(default);
        await Sweep.RunAsync(default);
    }

    public async Task<IReadOnlyList<(Mail Mail, string Version)>> OpenMailsAsync() =>
        [.. (await Ledger.RangeAsync(Sample.Pool, KeyRange.OpenMails, 100, default)).Select(stored => (((LedgerRow.MailRow)stored.Row).Mail, stored.Version))];

    /// <summary>How the mails that reached their end did so.</summary>
    public async Task<IEnumerable<MailState>> SaidAsync() =>
        (await Ledger.RangeAsync(Sample.Pool, KeyRange.SaidSince(Instant.FromUtc(2000, 1, 1, 0, 0)), 100, default)).Select(stored => ((LedgerRow.SaidRow)stored.Row).Mail.State);

    /// <summary>One round of everything, as the timers and queues would do it.</summary>
    public async Task RoundAsync()
    {
        await Poll.RunAsync(default);
        await Reserve.RunAsync(Sample.Pool, default);
        await Sweep.RunAsync(default);
        await Send.RunAsync(Sample.Pool, default);
    }

    public Task PassAsync(Duration time)
    {
        Clock.Advance(time.ToTimeSpan());
        return RoundAsync();
    }

    /// <summary>Bells that only remember.</summary>
    public sealed class RecordingBells : IDoorbell
    {
        public List<Bell> Rung { get; } = [];

        public Task RingAsync(Bell bell, PoolName pool, CancellationToken cancel)
        {
            Rung.Add(bell);
            return Task.CompletedTask;
        }
    }
}
