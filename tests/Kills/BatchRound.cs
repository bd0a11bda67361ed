using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using ShipBy.Cli.Children;
using ShipBy.Cli.Local;
using ShipBy.Cli.Runs;
using ShipBy.Sandbox;
using ShipBy.TestKit.Storage;

namespace ShipBy.Kills.Tests;

/// <summary>Many orders are shipped at one go against a marketplace full of faults, and the app is killed while it is at it.</summary>
internal sealed class BatchRound(int orders) : IAsyncDisposable
{
    /// <value>A week of the shop; the orders come in its first hours.</value>
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly string _folder = Directory.CreateTempSubdirectory("shipby-batch-").FullName;
    private readonly AzuriteFixture _storage = new();
    private readonly RunKeys _keys = RunKeys.Make();
    private readonly Guid _id = Guid.NewGuid();
    private ChildLog? _log;
    private SandboxServer? _sandbox;
    private IReadOnlyDictionary<string, string> _settings = new Dictionary<string, string>();

    /// <param name="kills">How long after each start of the batch, or of going on with it, the app dies.</param>
    /// <returns>How far each order is, and how often the marketplace was asked to take each as packed.</returns>
    public async Task<(IReadOnlyList<string> Progress, IReadOnlyDictionary<string, int> Asked)> PlayAsync(IReadOnlyList<TimeSpan> kills, CancellationToken cancel)
    {
        _log = new ChildLog(Path.Combine(_folder, "functions.log"));
        await _storage.InitializeAsync();
        await PrepareAsync(cancel);
        object? wish = null;
        foreach (var after in kills)
        {
            await using var life = Begin();
            using var app = await ClientOfAsync(life, cancel);
            wish ??= await WishAsync(app, cancel);
            var telling = app.PostAsJsonAsync("batches/start", wish, cancel);
            await Task.Delay(after, cancel);
            await life.KillAsync();
            await Record.ExceptionAsync(() => telling);
        }

        await using var last = Begin();
        using var client = await ClientOfAsync(last, cancel);
        (await client.PostAsJsonAsync("batches/start", wish, cancel)).EnsureSuccessStatusCode();
        var progress = await SettledAsync(client, cancel);
        await last.StopAsync();
        await _sandbox!.DisposeAsync();
        _sandbox = null;
        return (progress, Asked());
    }

    public async ValueTask DisposeAsync()
    {
        await (_sandbox?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _storage.DisposeAsync();
        _log?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string SandboxFolder => Path.Combine(_folder, "sandbox");

    private AppLife Begin() => AppLife.Start(_settings, LocalSettings.NotInherited, Path.Combine(_folder, "functions.address"), _log!);

    private async Task PrepareAsync(CancellationToken cancel)
    {
        var file = Path.Combine(_folder, "orders.csv");
        var rows = Enumerable.Range(1, orders).Select(number => string.Create(
            CultureInfo.InvariantCulture, $"o{number:0000},s1,delivered,2018-01-01 00:{number % 60:00}:00,2018-01-01 00:{number % 60:00}:00,2018-01-07 12:00:00,2018-01-07 10:00:00,p{number % 12} x 1"));
        await File.WriteAllLinesAsync(file, rows.Prepend("order_id,seller_id,status,purchase_timestamp,approved_at,shipping_limit_date,delivered_carrier_date,items"), cancel);
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { DataFolder = SandboxFolder, OrdersFile = file, Length = Length, Faults = ShipBy.Sandbox.Faults.FaultLevel.High, ClientId = _keys.ClientId, ApiKey = _keys.ApiKey });
        using var control = new SandboxControl(_sandbox.BaseAddress);
        _settings = new Dictionary<string, string>(LocalSettings.For((await control.StatusAsync(cancel)).Scale, _storage.ConnectionString, _sandbox.BaseAddress, _keys, "en"))
        {
            [$"Shops__{LocalSettings.Shop}__CallsPerSecond"] = "24",       // as many as a shop may have
        };
    }

    private async Task<HttpClient> ClientOfAsync(AppLife life, CancellationToken cancel)
    {
        var client = new HttpClient { BaseAddress = new Uri(await life.AddressAsync(cancel), "api/v1/"), Timeout = Patience };
        client.DefaultRequestHeaders.Add("x-functions-key", _keys.Host);
        return client;
    }

    /// <summary>All of them, once all of them are held.</summary>
    private async Task<object> WishAsync(HttpClient app, CancellationToken cancel)
    {
        var held = await UntilAsync(
            async () => (await app.GetFromJsonAsync<JsonElement>("orders?state=Held", cancel)).GetProperty("orders").EnumerateArray().ToArray(), held => held.Length >= orders, cancel);
        return new { id = _id, by = "Anna", orders = held.Select(order => new { shop = order.GetProperty("shop").GetString(), order = order.GetProperty("order").GetString() }) };
    }

    private async Task<IReadOnlyList<string>> SettledAsync(HttpClient app, CancellationToken cancel)
    {
        var batch = await UntilAsync(() => app.GetFromJsonAsync<JsonElement>($"batches/one?id={_id}", cancel), one => !one.GetProperty("is_moving").GetBoolean(), cancel);
        return [.. batch.GetProperty("orders").EnumerateArray().Select(order => order.GetProperty("progress").GetString()!)];
    }

    /// <returns>What it came to within the patience, as wished or not.</returns>
    private static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> isWished, CancellationToken cancel)
    {
        for (var started = TimeProvider.System.GetTimestamp(); ; await Task.Delay(LookEvery, cancel))
        {
            var seen = await look();
            if (isWished(seen) || TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                return seen;
            }
        }
    }

    /// <summary>By the marketplace's own journal. A packing that it let fail may be asked for again.</summary>
    private Dictionary<string, int> Asked() => File.ReadLines(Path.Combine(SandboxFolder, "journal.jsonl"))
        .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
        .Where(entry => entry.GetProperty("kind").GetString() is "ship_repeated" || (entry.GetProperty("kind").GetString() is "ship_asked" && !entry.GetProperty("fails").GetBoolean()))
        .GroupBy(entry => entry.GetProperty("order").GetString()!)
        .ToDictionary(entries => entries.Key, entries => entries.Count());
}
