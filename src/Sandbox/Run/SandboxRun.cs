using System.Text.Json.Nodes;
using ShipBy.Sandbox.App;
using ShipBy.Sandbox.Mail;
using ShipBy.Sandbox.Ozon;
using ShipBy.Sandbox.Push;
using ShipBy.Sandbox.Reporting;
using ShipBy.Sandbox.Source;
using ShipBy.Sandbox.Source.Generator;
using ShipBy.Sandbox.Source.RealOrders;
using ShipBy.Sandbox.Webhook;

namespace ShipBy.Sandbox.Run;

/// <summary>A run: its plan, its clock, and all that was done to it. Everything that changes it goes through the journal.</summary>
/// <remarks>Whoever reads or changes it holds <see cref="Gate"/>.</remarks>
internal sealed class SandboxRun : IDisposable
{
    private readonly Dictionary<string, OrderTrack> _orders = new(StringComparer.Ordinal);
    private readonly RunFolder _folder;
    private readonly Journal _journal;
    private int _planned;

    private SandboxRun(SandboxOptions options, RunFolder folder, RunClock clock, IOrderSource source, Journal journal)
    {
        (Options, _folder, Clock, Source, _journal) = (options, folder, clock, source, journal);
        Ladder = Ladder.Parse(options.Ladder, clock.Scale);
        Stock = new StockBook(source.Products);
        Mails = new MailBox();
        Told = new ToldBook();
        Pushes = new PushRegister(options.PushUrl);
        App = new AppKnowledge(folder.LastContact ?? clock.Start);
    }

    public Lock Gate { get; } = new();

    public SandboxOptions Options { get; }

    public PushRegister Pushes { get; }

    public RunClock Clock { get; }

    public IOrderSource Source { get; }

    public Ladder Ladder { get; }

    public StockBook Stock { get; }

    public MailBox Mails { get; }

    /// <value>What the app has told the shop of webhooks.</value>
    public ToldBook Told { get; }

    public AppKnowledge App { get; }

    public StockAgreement Agreement { get; } = new();

    public IReadOnlyList<JournalEntry> Journal => _journal.Entries;

    /// <value>From packed by a call to handed over: six hours of the marketplace.</value>
    public TimeSpan HandOver => Clock.ToWall(TimeSpan.FromHours(6));

    /// <value>Whether shops still take what is said about parcels: to the end, and with channels after it, until all is said that was begun.</value>
    public bool TakesShipping => Options.PlaysChannels || !Clock.Finished;

    /// <summary>When something is done that takes a while. With channels nothing outlasts the end, where time stands still.</summary>
    public DateTimeOffset DoneAt(TimeSpan takes) =>
        RunClock.Round(Clock.Now + takes) is var done && Options.PlaysChannels && done > Clock.End ? Clock.End.Value : done;

    /// <exception cref="InvalidSetupException">File, folder or arguments do not do.</exception>
    public static SandboxRun Open(SandboxOptions options)
    {
        var file = options.OrdersFile is { } path ? OrdersFile.Read(path) : null;
        var length = options.Length ?? (file is null ? null : SandboxOptions.DefaultFileLength);
        _ = Ladder.Parse(options.Ladder, 1);
        if (options.ReportFile is { } report && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(report))))
        {
            throw new InvalidSetupException($"--report {report}: there is no such folder.");
        }

        var folder = RunFolder.Open(options.DataFolder, RunName.Of(options, file?.Fingerprint, length), options.Time.GetUtcNow());
        var clock = new RunClock(options.Time, folder.Start, length, file is null ? GeneratedSource.Scale : WeekFold.ScaleOf(length!.Value));
        IOrderSource source = file is null
            ? new GeneratedSource(options.Seed, clock.Start, clock.End, options.PlaysChannels ? options.Channels : null)
            : new FileSource(file, options, clock.Start, length!.Value);
        try
        {
            var run = new SandboxRun(options, folder, clock, source, Run.Journal.Open(folder.JournalPath));
            run.Replay();
            return run;
        }
        catch (IOException error)
        {
            throw new InvalidSetupException($"--data {options.DataFolder}: {error.Message}");
        }
    }

    /// <summary>All orders that have appeared, oldest first.</summary>
    public IEnumerable<OrderTrack> Appeared()
    {
        var now = Clock.Now;
        Plan(now);
        return _orders.Values.Where(order => order.Plan.Appears <= now);
    }

    /// <summary>Those of one shop.</summary>
    public IEnumerable<OrderTrack> Appeared(Channel channel) => Appeared().Where(order => order.Plan.Channel == channel);

    /// <returns>Null while the marketplace does not show such an order, or another shop has it.</returns>
    public OrderTrack? Find(Channel channel, string number) => Find(number) is { } order && order.Plan.Channel == channel ? order : null;

    /// <returns>Null while no shop shows such an order.</returns>
    public OrderTrack? Find(string number)
    {
        var now = Clock.Now;
        Plan(now);
        return _orders.TryGetValue(number, out var order) && order.Plan.Appears <= now ? order : null;
    }

    public PostingState StateOf(OrderTrack order) => PostingLife.At(order, Clock.Now, HandOver);

    /// <summary>A shop's own figures, by product that has a stock row; reserved is for its own open orders.</summary>
    public IReadOnlyDictionary<string, (long Present, long Reserved)> StockNow(Channel channel) =>
        Stock.Count(channel, Appeared(channel).Select(order => (order, StateOf(order))), Clock.Now);

    /// <summary>A shop was told how many units of a product are free.</summary>
    public void TakeStock(Channel channel, Product product, long free)
    {
        var present = free + StockNow(channel).GetValueOrDefault(product.OfferId).Reserved;
        var data = new JsonObject { ["offer_id"] = product.OfferId, ["stock"] = free, ["present"] = present };
        if (channel is not Channel.Ozon)
        {
            data["channel"] = channel.Name();
        }

        Record(Happened.StockPushed, data: data);
    }

    /// <summary>Writes down what happened, then lets it take effect.</summary>
    public JournalEntry Record(string kind, string? order = null, JsonObject? data = null, DateTimeOffset? at = null)
    {
        var entry = _journal.Append(at ?? Clock.WallNow, kind, order, data);
        Apply(entry);
        return entry;
    }

    /// <summary>The app's report was read: what the gap before it, if there was one, excuses ends here.</summary>
    public void NoteContact()
    {
        var now = Clock.WallNow;
        _folder.NoteContact(now);
        if (App.Heard(now) is { } silentSince)
        {
            Record(Happened.Gap, data: new JsonObject { ["from"] = silentSince, ["to"] = now }, at: now);
        }
    }

    public void Dispose() => _journal.Dispose();

    private void Plan(DateTimeOffset until)
    {
        var plan = Source.UpTo(until);
        for (; _planned < plan.Count; _planned++)
        {
            _orders.Add(plan[_planned].Number, new OrderTrack(plan[_planned]));
        }
    }

    private void Replay()
    {
        foreach (var entry in _journal.Entries)
        {
            Plan(entry.At);
            Apply(entry);
        }
    }

    private void Apply(JournalEntry entry)
    {
        var order = entry.Order is null ? null : _orders.GetValueOrDefault(entry.Order);
        if (order is not null)
        {
            OrderEffects.Apply(order, entry);
            foreach (var part in Parts.Of(order, entry))
            {
                _orders[part.Plan.Number] = part;
            }
        }

        Stock.Apply(entry);
        Mails.Apply(entry);
        Told.Apply(entry);
        App.Apply(entry);
    }
}
