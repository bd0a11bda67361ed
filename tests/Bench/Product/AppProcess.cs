using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;

namespace ShipBy.Bench.Product;

/// <summary>A functions app as a process of its own that hears pushes: the product's, or the bare one.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private const string PushSecret = "push-secret-of-the-bench";
    private static readonly byte[] HookKey = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private const string Never = "0 0 0 1 1 *";

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly HttpClient _http = new();
    private readonly Process _process;
    private readonly string _folder;

    private AppProcess(ProcessStartInfo start, string folder)
    {
        _folder = folder;
        StartedAt = DateTimeOffset.UtcNow;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <value>Just before the process was asked for.</value>
    public DateTimeOffset StartedAt { get; }

    public Task<HttpResponseMessage> PushAsync(string number) =>
        _http.PostAsJsonAsync($"api/push/ozon/shop/{PushSecret}", new { message_type = "TYPE_NEW_POSTING", posting_number = number, seller_id = 1 });

    /// <summary>Tells an order as a shop does, signed by Standard Webhooks.</summary>
    public Task<HttpResponseMessage> TellAsync(string path, string id, byte[] body)
    {
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(HookKey, (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body]);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", "v1," + Convert.ToBase64String(signature));
        return _http.SendAsync(request);
    }

    /// <param name="assembly">With its path.</param>
    public static async Task<AppProcess> StartAsync(string connectionString, Uri marketplace, string assembly, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("shipby-bench-app-").FullName;
        var addressFile = Path.Combine(folder, "address");
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Settings(connectionString, marketplace, addressFile))
        {
            start.Environment[name] = value;
        }

        var app = new AppProcess(start, folder);
        while (!File.Exists(addressFile))
        {
            if (app._process.HasExited || DateTimeOffset.UtcNow - app.StartedAt > StartsWithin)
            {
                throw new InvalidOperationException($"The app does not start: {string.Join('\n', app._lines)}");
            }

            await Task.Delay(LookEvery);
        }

        app._http.BaseAddress = new Uri(await File.ReadAllTextAsync(addressFile));
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <remarks>No timer ticks: what is timed is the push's own way. The product's calls are limited as in a real shop's settings, to the most they allow.</remarks>
    private static Dictionary<string, string> Settings(string connectionString, Uri marketplace, string addressFile) => new()
    {
        ["AzureWebJobsStorage"] = connectionString,
        ["AzureFunctionsWebHost__hostid"] = $"bench{Guid.NewGuid():N}"[..20],
        ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.1",
        ["FUNCTIONS_HTTP_PORT"] = "0",
        ["FUNCTIONS_ADDRESS_FILE"] = addressFile,
        ["FUNCTIONS_HOST_KEY"] = "host-key-of-the-bench",
        ["FUNCTIONS_MASTER_KEY"] = "master-key-of-the-bench",
        ["PollSchedule"] = Never,
        ["SweepSchedule"] = Never,
        ["OutboxSchedule"] = Never,
        ["Shops__shop__Kind"] = "ozon",
        ["Shops__shop__ClientId"] = "1000001",
        ["Shops__shop__ApiKey"] = "00000000-5a4d-b0c5-0000-000000000001",
        ["Shops__shop__BaseUrl"] = marketplace.AbsoluteUri,
        ["Shops__shop__CallsPerSecond"] = "24",
        ["ShipBy__PushSecret"] = PushSecret,
        ["Shops__hook__Kind"] = "webhook",
        ["Shops__hook__Dialect"] = "standard",
        ["Shops__hook__Secret"] = "whsec_" + Convert.ToBase64String(HookKey),
    };
}
