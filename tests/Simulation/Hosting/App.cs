using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using ShipBy.Application;
using ShipBy.Application.Alerts;
using ShipBy.Application.Budgets;
using ShipBy.Application.Deadlines;
using ShipBy.Application.Desk;
using ShipBy.Application.Doorbell;
using ShipBy.Application.History;
using ShipBy.Application.Intake;
using ShipBy.Application.Ledger;
using ShipBy.Application.Links;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Application.Shipping;
using ShipBy.Simulation.Machine;
using ShipBy.Simulation.Outside;
using ShipBy.Simulation.Ports;

namespace ShipBy.Simulation.Hosting;

/// <summary>The product as one process holds it: the real use cases, wired as the product wires them, on simulated ports.</summary>
internal sealed class App
{
    private readonly ServiceProvider _services;

    public App(Play play, Life life)
    {
        Life = life;
        Seam = new Seam(play, life);
        _services = Services(play, Seam).BuildServiceProvider();
    }

    public Life Life { get; }

    public Seam Seam { get; }

    public PollOrders Poll => field ??= _services.GetRequiredService<PollOrders>();

    public SweepDeadlines Sweep => field ??= _services.GetRequiredService<SweepDeadlines>();

    public DeliverOutbox Deliver => field ??= _services.GetRequiredService<DeliverOutbox>();

    public AnswerBell Answer => field ??= _services.GetRequiredService<AnswerBell>();

    public ReadBackPosting ReadBack => field ??= _services.GetRequiredService<ReadBackPosting>();

    public InstructOrder Instruct => field ??= _services.GetRequiredService<InstructOrder>();

    public FollowLink FollowLink => field ??= _services.GetRequiredService<FollowLink>();

    /// <value>What this instance takes for the time.</value>
    public Instant Now => new InstanceClock(Life).Now();

    public IDesk Desk => field ??= _services.GetRequiredService<IDesk>();

    private static IServiceCollection Services(Play play, Seam seam)
    {
        var clock = new InstanceClock(seam.Life);
        var services = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new MachineClock(clock))
            .AddSingleton(SlowShops.Hours)
            .AddGuard()
            .AddSingleton(play.Plan.Options)
            .AddSingleton<ILedger>(new LedgerPort(seam, play.Store))
            .AddSingleton(new HistoryStore(new LedgerPort(seam, play.History)))
            .AddSingleton<IDoorbell>(new BellPort(seam))
            .AddSingleton(Routes(play, seam))
            .AddSingleton<ILetterWriter, ChannelPort.Writer>()
            .AddSingleton<NoticeIds>(new SeededNoticeIds(play.Chance.Fork()))
            .AddSingleton(new Random(play.Chance.Below(int.MaxValue)));
        foreach (var shop in play.Shops)
        {
            services.AddSingleton<IMarketplace>(new MarketplacePort(seam, shop));
        }

        play.Plan.Plant?.Invoke(services, seam);
        return services;
    }

    private static AlertRoutes Routes(Play play, Seam seam)
    {
        return new AlertRoutes([.. play.Mailboxes.Select(box => new AlertRoute(box.Route, box.Contact, box.From, Channel(new ChannelPort(seam, box)), Limits(box)))]);

        IAlertChannel Channel(ChannelPort port) => play.Plan.WrongChannel?.Invoke(port) ?? port;

        IReadOnlyList<BudgetWindow> Limits(Mailbox box) => box.IsMail ? MailBudget.Of(play.Plan.Options) : [];
    }

    private sealed class SeededNoticeIds(Dice dice) : NoticeIds
    {
        public override Guid NewId() => dice.NextGuid();
    }
}
