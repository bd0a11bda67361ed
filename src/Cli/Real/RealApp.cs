using System.Net.Http.Json;
using System.Text.Json;
using ShipBy.Cli.Children;
using ShipBy.Cli.Live;
using ShipBy.Cli.Local;
using ShipBy.Cli.Runs;
using ShipBy.Cli.Screen;

namespace ShipBy.Cli.Real;

/// <summary>The functions app as the only child, and what its report says.</summary>
internal sealed class RealApp : IAsyncDisposable
{
    private const string Part = "functions app";

    private readonly ChildProcess _child;
    private readonly RunFolder _folder;
    private readonly HttpClient _http = new();

    private RealApp(ChildProcess child, RunFolder folder, string key)
    {
        (_child, _folder) = (child, folder);
        _http.DefaultRequestHeaders.Add("x-functions-key", key);
        Death = DiedAsync();
    }

    public Uri Address { get; private set; } = new("about:blank");

    public Task<PartDiedException> Death { get; }

    /// <exception cref="PartDiedException">It ended instead of starting.</exception>
    public static async Task<RealApp> StartAsync(
        RunFolder folder, IReadOnlyDictionary<string, string> settings, IRunScreen screen, TimeProvider clock, CancellationToken cancel)
    {
        var addressFile = folder.AddressOf("functions");
        File.Delete(addressFile);
        var own = new Dictionary<string, string>(settings) { ["FUNCTIONS_ADDRESS_FILE"] = addressFile };
        var start = new ChildStart(Part, "ShipBy.Functions.dll", [], own, LocalSettings.NotInherited);
        var app = new RealApp(ChildProcess.Start(start, folder.LogOf("functions")), folder, settings["FUNCTIONS_HOST_KEY"]);
        try
        {
            app.Address = await screen.StepAsync(Part, () => app._child.AddressAsync(addressFile, clock, cancel));

            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public PartDiedException Silent() => new(Part, "it does not answer", _folder.LogOf("functions"), []);

    public async Task<RunFigures> FiguresAsync(CancellationToken cancel)
    {
        var report = await _http.GetFromJsonAsync<JsonElement>(new Uri(Address, "/api/report"), cancel);
        var states = report.GetProperty("orders").EnumerateArray().Select(order => order.GetProperty("state").GetString()).ToList();

        return RunFigures.None with
        {
            App = new AppCounts(states.Count, Count("Held"), Count("OutOfStock"), Count("SetAside")),
            Errors = report.TryGetProperty("errors", out var errors) ? errors.GetInt64() : 0,
        };

        long Count(string state) => states.Count(one => one == state);
    }

    public async ValueTask DisposeAsync()
    {
        await _child.DisposeAsync();
        _http.Dispose();
    }

    private async Task<PartDiedException> DiedAsync()
    {
        await _child.Exited;

        return _child.Died();
    }
}
