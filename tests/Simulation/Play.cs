using System.Globalization;
using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Alerts;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Shipping;
using ShipBy.Domain.Stock;
using ShipBy.Simulation.Checking;
using ShipBy.Simulation.Faults;
using ShipBy.Simulation.Hosting;
using ShipBy.Simulation.Machine;
using ShipBy.Simulation.Outside;

namespace ShipBy.Simulation;

/// <summary>One seed, played once: the world, the instances, the faults, and the checker that reads along.</summary>
internal sealed class Play
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 28, 6, 0);

    private Violation? _violation;

    public Play(SeedPlan plan, bool trace = false)
    {
        Plan = plan;
        var dice = new Dice((ulong)plan.Seed * 2);
        Scheduler = new Scheduler(dice.Fork(), Start.ToUnixTimeTicks());
        Trace = new Trace(Scheduler, trace);
        (Chance, Pace) = (dice.Fork(), dice.Fork());
        Faults = new FaultPlan(dice.Fork(), plan.FaultRate);
        Ladder = Ladder.Parse(plan.Options.Ladder)
            .Beside(QuietHours.Parse(plan.Options.QuietHours, DateTimeZoneProviders.Tzdb[plan.Options.TimeZone]))
            .Escalating(plan.HasSecondContact ? Duration.FromTimeSpan(plan.Options.EscalateAfter) : null);
        Shelves = [.. plan.Pools.Select((_, number) => new TrueShelf(PoolName.Parse($"pool-{number + 1}")))];
        Shops = [.. plan.Pools.SelectMany((shops, number) => shops.Select(shop => new TrueShop(this, new Shop(shop, "simulated", Shelves[number].Pool) { Rules = new DispatchRules { Shipping = new ShippingRules { PacksByItself = plan.PacksByItself } } }, Shelves[number], plan.PageSize)))];
        Store = new RecordedStore(this, (life, pool, commit) => StoreCheck!.Committed(life, pool, commit));
        History = new RecordedStore(this, (_, pool, commit) => HistoryCheck!.Committed(pool, commit));
        StoreCheck = new StoreCheck(this);
        HistoryCheck = new HistoryCheck(this);
        WarningCheck = new WarningCheck(this);
        EscalationCheck = new EscalationCheck(this);
        DayCheck = new DayCheck(this);
        LinkRules = new LinkRules(this);
        TroubleCheck = new TroubleCheck(this);
        LastingTrouble = new LastingTrouble(this);
        Mailboxes =
        [
            new Mailbox(this, AlertRoute.MainMail, Contact.First, Severity.Info, plan.MailCanTell),
            .. plan.Chat is { } from ? [new Mailbox(this, "chat", Contact.First, from, canTell: false)] : Array.Empty<Mailbox>(),
            .. plan.HasSecondContact ? [new Mailbox(this, AlertRoute.SecondMail, Contact.Second, Severity.Critical, plan.MailCanTell)] : Array.Empty<Mailbox>(),
        ];
        BudgetCheck = new BudgetCheck(this);
        Queues = new Dictionary<Bell, SimulatedQueue>
        {
            [Bell.ReserveStock] = new(this, "reserve-stock", (app, pool) => app.Answer.RunAsync(Bell.ReserveStock, pool, default)),
            [Bell.DeadlineWarnings] = new(this, "deadline-warnings", (app, pool) => app.Answer.RunAsync(Bell.DeadlineWarnings, pool, default)),
        };
        Timers =
        [
            new HostTimer(this, "PollOrders", app => app.Poll.RunAsync(default)),
            new HostTimer(this, "SweepDeadlines", app => app.Sweep.RunAsync(default)),
            .. plan.HasOutboxTimer ? [new HostTimer(this, "DeliverOutbox", app => app.Deliver.RunAsync(default))] : Array.Empty<HostTimer>(),
        ];
        Instances = [.. Enumerable.Range(1, plan.Instances).Select(number => new Instance(this, string.Create(CultureInfo.InvariantCulture, $"app{number}")))];
        World = new World(this, dice.Fork());
        Readers = new Readers(this, dice.Fork());
        SlowShops.Remember(this);
    }

    public SeedPlan Plan { get; }

    public Scheduler Scheduler { get; }

    public Trace Trace { get; }

    /// <value>For whatever is not the world's own course.</value>
    public Dice Chance { get; }

    /// <value>For how long things take.</value>
    public Dice Pace { get; }

    public FaultPlan Faults { get; }

    public Coverage Coverage { get; } = new();

    public Ladder Ladder { get; }

    public IReadOnlyList<TrueShelf> Shelves { get; }

    public IReadOnlyList<TrueShop> Shops { get; }

    public RecordedStore Store { get; }

    public RecordedStore History { get; }

    public StoreCheck StoreCheck { get; }

    public HistoryCheck HistoryCheck { get; }

    public WarningCheck WarningCheck { get; }

    public EscalationCheck EscalationCheck { get; }

    public DayCheck DayCheck { get; }

    public LinkRules LinkRules { get; }

    public TroubleCheck TroubleCheck { get; }

    public LastingTrouble LastingTrouble { get; }

    /// <value>The main mail of the first contact comes first.</value>
    public IReadOnlyList<Mailbox> Mailboxes { get; }

    public BudgetCheck BudgetCheck { get; }

    public IReadOnlyDictionary<Bell, SimulatedQueue> Queues { get; }

    public IReadOnlyList<Instance> Instances { get; }

    public IReadOnlyList<HostTimer> Timers { get; }

    public World World { get; }

    public Readers Readers { get; }

    /// <summary>Plays the seed to its end or to its first violation.</summary>
    public Outcome Run()
    {
        var begin = Scheduler.Now;
        try
        {
            World.Begin();
            foreach (var instance in Instances)
            {
                instance.Start();
            }

            foreach (var timer in Timers)
            {
                timer.Begin();
            }

            Readers.Begin();
            RunUntil(begin + Plan.Length);
            Calm();
            RunUntil(Scheduler.Now + Rest.Of(Plan));
            if (_violation is null)
            {
                new EndCheck(this).Run();
            }
        }
        catch (RestlessException restless)
        {
            Violate(Rule.ComesToRest, restless.Message);
        }

        return new Outcome(Plan.Seed, _violation, Coverage, Scheduler.Now - begin, Shops.Sum(shop => shop.Postings.Count), Trace.Lines);
    }

    /// <remarks>The first violation counts; what follows from it would only hide it.</remarks>
    public void Violate(Rule rule, string what)
    {
        _violation ??= new Violation(rule, Scheduler.Instant.ToString(), what);
        Trace.Say($"VIOLATION {rule}: {what}");
        Scheduler.Stop();
    }

    public void Hit(Life life, CallSite site, FaultKind fault, string service)
    {
        Coverage.Hit(site, fault);
        Trace.Say($"{life}: {fault} at {site} {service}");
    }

    public void Crash(Life life) => Instances.First(instance => ReferenceEquals(instance.App?.Life, life)).Crash();

    private void RunUntil(long end)
    {
        if (_violation is null)
        {
            Scheduler.RunUntil(end);
        }
    }

    /// <summary>The faults stop: services answer, whoever was frozen goes on.</summary>
    private void Calm()
    {
        Faults.IsOn = false;
        World.Stop();
        Readers.Stop();
        TroubleCheck.AllIsWell();
        foreach (var timer in Timers)
        {
            timer.Resume();
        }

        foreach (var instance in Instances)
        {
            instance.App?.Life.Thaw();
        }

        Trace.Say($"the faults stop");
    }
}

/// <summary>How a seed ended.</summary>
/// <param name="Violation">Null when all rules held.</param>
/// <param name="Ticks">Virtual time played.</param>
internal sealed record Outcome(int Seed, Violation? Violation, Coverage Coverage, long Ticks, int Orders, IReadOnlyList<string> Trace);
