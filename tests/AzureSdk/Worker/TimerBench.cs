using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Azure.Functions.Worker.Local.Timers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.AzureSdk.Tests.Worker.Fakes;
using ShipBy.AzureSdk.Tests.Worker.SampleApp;

namespace ShipBy.AzureSdk.Tests.Worker;

/// <summary>A timer listener on fakes. Its clock stands at 12:00 unless the test says otherwise; each run is noted in the diary.</summary>
internal sealed class TimerBench : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private Task _running = Task.CompletedTask;

    public TimerBench(string now = "2026-11-22T12:00:00Z")
    {
        Clock = new WatchedClock(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        _services = new ServiceCollection().AddSingleton<TimerScript>().BuildServiceProvider();
        Script.Run = NoteAsync;
    }

    public WatchedClock Clock { get; }

    public FakeTimerStore Store { get; } = new();

    public DriverLife Life { get; } = new();

    public LogBook Log { get; } = new();

    public Diary Diary { get; } = new();

    public bool HasEnded => _running.IsCompleted;

    public TimerScript Script => _services.GetRequiredService<TimerScript>();

    public void Start(string schedule, string function = "Plain", SingletonLease? lease = null)
    {
        var entry = FunctionIndex.Read([typeof(Scripted)]).Single(entry => entry.Name == function);
        var hostJson = HostJson.Read("no such folder", new ConfigurationBuilder().Build(), development: false);
        var invoker = new FunctionInvoker(
            _services.GetRequiredService<IServiceScopeFactory>(), new FunctionPipeline(), hostJson, new MachineClock(TimeProvider.System));
        var listener = new TimerListener(entry, TimerSchedule.TryParse(schedule)!, invoker, Store, lease, Clock, new Random(42), Log);

        _running = listener.RunAsync(Life);
    }

    /// <summary>Writes the time of day of a run, and what the run was told.</summary>
    public Task NoteAsync(TimerInfo timer, FunctionContext context)
    {
        Diary.Write($"{Clock.GetUtcNow():HH:mm:ss}{(timer.IsPastDue ? " past due" : "")}");

        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        Life.Stop();
        await _running.WaitAsync(TimeSpan.FromSeconds(30));
        await _services.DisposeAsync();
        Life.Dispose();
    }
}
