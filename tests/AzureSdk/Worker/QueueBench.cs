using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Azure.Functions.Worker.Local.Queues;
using ShipBy.AzureSdk.Tests.Worker.Fakes;

namespace ShipBy.AzureSdk.Tests.Worker;

/// <summary>A queue listener on fakes: the clock stands, and the handler is the test's.</summary>
internal sealed class QueueBench : IAsyncDisposable
{
    private Task _running = Task.CompletedTask;

    public QueueBench(string name = "orders")
    {
        Queue = new FakeQueue(name, Clock);
        Poison = QueueNames.PoisonFor(name) is { } poison ? new FakeQueue(poison, Clock) { Exists = false } : null;
    }

    public WatchedClock Clock { get; } = new();

    public FakeQueue Queue { get; }

    public FakeQueue? Poison { get; }

    public QueueSettings Settings { get; init; } = new();

    public QueueBell Bell { get; } = new();

    public DriverLife Life { get; } = new();

    public LogBook Log { get; } = new();

    public Func<ReceivedMessage, CancellationToken, Task> Handler { get; set; } = (_, _) => Task.CompletedTask;

    public MessageHandling Handling => new(Queue, Poison, Settings, (message, cancel) => Handler(message, cancel), Bell, Clock, Log);

    public void Start() =>
        _running = new QueueListener("Orders", Queue, Handling, Settings, new Random(42), Bell, Clock, Log).RunAsync(Life);

    /// <summary>Takes one message and handles it to its end.</summary>
    public async Task HandleNextAsync()
    {
        var batch = await Queue.ReceiveAsync(1, QueueSettings.Hidden, default);

        await Handling.HandleAsync(batch.Single(), Life);
    }

    public Task StopAsync()
    {
        Life.Stop();

        return _running.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Life.Dispose();
    }
}
