using System.Collections.Concurrent;
using System.Diagnostics;
using ShipBy.TestKit.Storage;

namespace ShipBy.Functions.Tests.Running;

/// <summary>The functions app as its own process, as it is deployed, on Azurite and a marketplace of the test's choice.</summary>
internal sealed class FunctionsProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private FunctionsProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
    }

    public const string HostKey = "host-key-of-the-tests";

    public const string DeskKey = "desk-key-of-the-tests";

    public const string PushSecret = "push-secret-of-the-tests";

    public const string WebhookSecret = "webhook-secret-of-the-tests";

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <value>Everything that the process has printed so far.</value>
    public string Log => string.Join('\n', _lines);

    /// <param name="pollSchedule">Far away where a test wants pushes alone.</param>
    public static async Task<FunctionsProcess> StartAsync(AzuriteFixture azurite, Uri marketplace, string folder, string pollSchedule)
    {
        var addressFile = Path.Combine(folder, "functions.address");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ShipBy.Functions.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Settings(azurite, marketplace, addressFile, pollSchedule))
        {
            start.Environment[name] = value;
        }

        var app = new FunctionsProcess(Process.Start(start)!);
        app._process.BeginOutputReadLine();
        app._process.BeginErrorReadLine();
        await Until.TrueAsync(() => File.Exists(addressFile) || app._process.HasExited, StartsWithin);
        app.Address = File.Exists(addressFile)
            ? new Uri(await File.ReadAllTextAsync(addressFile))
            : throw new InvalidOperationException($"The functions did not start: {app.Log}");
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static Dictionary<string, string> Settings(AzuriteFixture azurite, Uri marketplace, string addressFile, string pollSchedule) => new()
    {
        ["AzureWebJobsStorage"] = azurite.ConnectionString,
        ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.2",
        ["FUNCTIONS_HTTP_PORT"] = "0",
        ["FUNCTIONS_ADDRESS_FILE"] = addressFile,
        ["FUNCTIONS_HOST_KEY"] = HostKey,
        ["FUNCTIONS_MASTER_KEY"] = "master-key-of-the-tests",
        ["PollSchedule"] = pollSchedule,
        ["SweepSchedule"] = "* * * * * *",
        ["OutboxSchedule"] = "* * * * * *",
        ["Shops__shop__Kind"] = "ozon",
        ["Shops__shop__ClientId"] = "1000001",
        ["Shops__shop__ApiKey"] = "00000000-5a4d-b0c5-0000-000000000001",
        ["Shops__shop__BaseUrl"] = marketplace.AbsoluteUri,
        ["Shops__own__Kind"] = "webhook",
        ["Shops__own__Dialect"] = "hmac",
        ["Shops__own__Secret"] = WebhookSecret,
        ["FUNCTIONS_CHAOS"] = "redeliver,duplicate,reorder",       // the emulator's tidy order is the exception
        ["ShipBy__DeskKey"] = DeskKey,
        ["ShipBy__PushSecret"] = PushSecret,
        ["ShipBy__Language"] = "en",
        ["ShipBy__MorningPlanAt"] = "",        // whether its hour has come is no matter of these tests
        ["ShipBy__EveningReportAt"] = "",
    };
}

/// <summary>Waits for something that happens in another process.</summary>
internal static class Until
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    /// <exception cref="TimeoutException">It did not happen.</exception>
    public static Task TrueAsync(Func<bool> happened, TimeSpan within) => TrueAsync(() => Task.FromResult(happened()), within);

    /// <inheritdoc cref="TrueAsync(Func{bool}, TimeSpan)"/>
    public static async Task TrueAsync(Func<Task<bool>> happened, TimeSpan within)
    {
        var patience = Stopwatch.StartNew();
        while (!await happened())
        {
            if (patience.Elapsed > within)
            {
                throw new TimeoutException($"It did not happen within {within.TotalSeconds:0} s.");
            }

            await Task.Delay(LookEvery);
        }
    }
}
