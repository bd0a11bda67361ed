using System.Net.Http.Json;
using System.Text.Json;
using ShipBy.Cli.Live;
using ShipBy.Cli.Reports;

namespace ShipBy.Cli.Local;

/// <summary>The control interface of a running sandbox.</summary>
internal sealed class SandboxControl(Uri address) : IDisposable
{
    public Uri Address => address;

    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };

    public async Task<SandboxStatus> StatusAsync(CancellationToken cancel) =>
        SandboxStatus.Read(await _http.GetFromJsonAsync<JsonElement>("sandbox/status", cancel));

    /// <summary>Tells the sandbox where the app's report is, with its key, and where pushes go.</summary>
    public async Task IntroduceAppAsync(Uri app, string key, Uri push, CancellationToken cancel)
    {
        using var answer = await _http.PostAsJsonAsync("sandbox/app", new { url = app, key, push_url = push }, cancel);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<IReadOnlyList<RunEvent>> EventsAsync(long after, CancellationToken cancel)
    {
        var answer = await _http.GetFromJsonAsync<JsonElement>(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"sandbox/events?after={after}"), cancel);

        return [.. answer.EnumerateArray().Select(RunEvent.Read)];
    }

    public async Task<RunReport> ReportAsync(CancellationToken cancel) => new(await _http.GetFromJsonAsync<JsonElement>("sandbox/report", cancel));

    /// <summary>Has the sandbox read the app's report a last time and end.</summary>
    public async Task<RunReport> FinishAsync(CancellationToken cancel)
    {
        using var answer = await _http.PostAsync("sandbox/stop", content: null, cancel);
        answer.EnsureSuccessStatusCode();

        return new RunReport(await answer.Content.ReadFromJsonAsync<JsonElement>(cancel));
    }

    public void Dispose() => _http.Dispose();
}
