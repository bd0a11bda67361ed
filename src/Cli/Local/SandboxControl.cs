using System.Net.Http.Json;
using System.Text.Json;
using ShipBy.Cli.Live;

namespace ShipBy.Cli.Local;

/// <summary>The control interface of a running sandbox.</summary>
internal sealed class SandboxControl(Uri address) : IDisposable
{
    public Uri Address => address;

    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };

    public async Task<SandboxStatus> StatusAsync(CancellationToken cancel) =>
        SandboxStatus.Read(await _http.GetFromJsonAsync<JsonElement>("sandbox/status", cancel));

    /// <summary>Tells the sandbox where the app's report is, and where to push to.</summary>
    public async Task IntroduceAppAsync(Uri app, string key, CancellationToken cancel)
    {
        using var answer = await _http.PostAsJsonAsync("sandbox/app", new { url = app, key }, cancel);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<IReadOnlyList<RunEvent>> EventsAsync(long after, CancellationToken cancel)
    {
        var answer = await _http.GetFromJsonAsync<JsonElement>(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"sandbox/events?after={after}"), cancel);

        return [.. answer.GetProperty("events").EnumerateArray().Select(RunEvent.Read)];
    }

    public Task<JsonElement> ReportAsync(CancellationToken cancel) => _http.GetFromJsonAsync<JsonElement>("sandbox/report", cancel);

    public void Dispose() => _http.Dispose();
}
