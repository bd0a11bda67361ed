using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Ledger;
using ShipBy.Cli.Children;
using ShipBy.Cli.Local;
using ShipBy.Cli.Reports;
using ShipBy.Cli.Runs;
using ShipBy.Domain.Stock;
using ShipBy.Sandbox;
using ShipBy.TestKit.Storage;

namespace ShipBy.Kills.Tests;

/// <summary>Plays one round: orders arrive, the app is killed and started again, and at the end everything is looked at.</summary>
internal sealed class KillRound : IAsyncDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan MailsMayTake = TimeSpan.FromSeconds(60);

    private readonly KillPlan _plan;
    private readonly string _folder;
    private readonly AzuriteFixture _storage = new();
    private readonly RunKeys _keys = RunKeys.Make();
    private readonly ChildLog _log;
    private SandboxServer? _sandbox;
    private SandboxControl? _control;
    private IReadOnlyDictionary<string, string> _settings = new Dictionary<string, string>();

    private KillRound(KillPlan plan, string folder) => (_plan, _folder, _log) = (plan, folder, new ChildLog(Path.Combine(folder, "functions.log")));

    private SandboxControl Control => _control!;

    private PoolName Pool { get; } = PoolName.Parse("main");

    public static async Task<KillVerdict> PlayAsync(KillPlan plan, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("shipby-kills-").FullName;
        KillVerdict verdict;
        await using (var round = new KillRound(plan, folder))
        {
            await round.PrepareAsync(cancel);
            verdict = await round.PlayAsync(cancel);
        }

        if (verdict.Complaints.Count == 0)
        {
            Directory.Delete(folder, recursive: true);
        }

        return verdict;
    }

    public async ValueTask DisposeAsync()
    {
        _control?.Dispose();
        await (_sandbox?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _storage.DisposeAsync();
        _log.Dispose();
    }

    private async Task PrepareAsync(CancellationToken cancel)
    {
        await _storage.InitializeAsync();
        var orders = Path.Combine(_folder, "orders.csv");
        OrdersToCome.Write(orders, _plan);
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            DataFolder = Path.Combine(_folder, "sandbox"),
            Seed = _plan.Seed,
            OrdersFile = orders,
            Length = _plan.Length,
            StockFactor = 0.8m,
            ClientId = _keys.ClientId,
            ApiKey = _keys.ApiKey,
        });
        _control = new SandboxControl(_sandbox.BaseAddress);
        _settings = new Dictionary<string, string>(LocalSettings.For((await Control.StatusAsync(cancel)).Scale, _storage.ConnectionString, _sandbox.BaseAddress, _keys, "en"))
        {
            ["FUNCTIONS_CHAOS"] = "redeliver,duplicate,reorder",
        };
    }

    private async Task<KillVerdict> PlayAsync(CancellationToken cancel)
    {
        foreach (var moment in _plan.Moments())
        {
            await using var life = Begin();
            if (!moment.IsEarly)
            {
                await IntroduceAsync(life, cancel);
            }

            await Task.Delay(moment.After, cancel);
            await life.KillAsync();
        }

        await using var last = Begin();
        await IntroduceAsync(last, cancel);
        await SettleAsync(cancel);
        var report = await Control.FinishAsync(cancel);
        var accepted = await AcceptedAsync(cancel);
        await last.StopAsync();

        IReadOnlyList<string> complaints =
        [
            .. report.Complaints(), .. await StoredState.ComplaintsAsync(OpenTable("ledger"), OpenTable("history"), Pool, accepted, cancel), .. await PoisonAsync(cancel),
        ];

        await File.WriteAllBytesAsync(Path.Combine(_folder, "report.json"), report.ToFile(), cancel);
        await File.WriteAllLinesAsync(Path.Combine(_folder, "complaints.txt"), complaints, cancel);
        return new KillVerdict(_plan.Kills, report.OrdersSeen, accepted.Count, complaints, report, _folder);
    }

    private AppLife Begin() => AppLife.Start(_settings, LocalSettings.NotInherited, Path.Combine(_folder, "functions.address"), _log);

    private async Task IntroduceAsync(AppLife life, CancellationToken cancel)
    {
        var address = await life.AddressAsync(cancel);
        await Control.IntroduceAppAsync(address, _keys.Host, new Uri(address, $"api/push/ozon/{LocalSettings.Shop}/{_keys.Push}"), cancel);
    }

    /// <summary>Lets the marketplace come to its end and the last life finish what its forerunners began.</summary>
    private async Task SettleAsync(CancellationToken cancel)
    {
        var settling = new Settling(resumed: true, TimeProvider.System);
        while (!(await Control.StatusAsync(cancel)).Finished || !settling.IsOver(await Control.ReportAsync(cancel)))
        {
            await Task.Delay(LookAgain, cancel);
        }

        // A mail that a killed life began is asked about after a while; a report that is right already does not wait for that.
        var ledger = OpenTable("ledger");
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < MailsMayTake; await Task.Delay(LookAgain, cancel))
        {
            if ((await ledger.RangeAsync(Pool, KeyRange.OpenNotices, 1, cancel)).Count == 0)
            {
                return;
            }
        }
    }

    private TableLedger OpenTable(string name) => new(new TableServiceClient(_storage.ConnectionString).GetTableClient(name));

    private async Task<IReadOnlySet<Guid>> AcceptedAsync(CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = _sandbox!.BaseAddress };
        var mails = await http.GetFromJsonAsync<JsonElement>("sandbox/mails", cancel);
        return mails.EnumerateArray().Select(mail => Guid.Parse(mail.GetProperty("operation").GetString()!)).ToHashSet();
    }

    /// <summary>A message that was given up on would mean that some work fails again and again.</summary>
    private async Task<IReadOnlyList<string>> PoisonAsync(CancellationToken cancel)
    {
        var complaints = new List<string>();
        await foreach (var queue in new QueueServiceClient(_storage.ConnectionString).GetQueuesAsync(cancellationToken: cancel))
        {
            complaints.AddRange(queue.Name.EndsWith("-poison", StringComparison.Ordinal) ? [$"the queue {queue.Name} is there"] : Array.Empty<string>());
        }

        return complaints;
    }
}

/// <summary>What became of a round.</summary>
/// <param name="Complaints">Empty: everything was right.</param>
/// <param name="Folder">Logs and the sandbox's journal; kept when something was not right.</param>
internal sealed record KillVerdict(int Kills, long Orders, int Mails, IReadOnlyList<string> Complaints, RunReport Report, string Folder)
{
    private const int MostShown = 5;

    public override string ToString() => Complaints.Count == 0
        ? $"{Kills} kills, {Orders} orders, {Report.Number("orders_out_of_stock")} short, {Report.WarningsSent} warnings in {Mails} mails: all right"
        : $"{Kills} kills, {Orders} orders, {Mails} mails: {string.Join("; ", Complaints.Take(MostShown))}{(Complaints.Count > MostShown ? $" and {Complaints.Count - MostShown} more" : "")}. Logs: {Folder}";
}
