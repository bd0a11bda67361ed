using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Local.Timers;

namespace ShipBy.AzureSdk.Tests.Worker.Fakes;

internal sealed class FakeTimerStore : ITimerStore
{
    public ScheduleStatus? Status { get; set; }

    public int Writes { get; private set; }

    public bool IsAway { get; set; }

    public Task<ScheduleStatus?> ReadAsync(string function, CancellationToken cancel) =>
        IsAway ? throw new IOException("storage is away") : Task.FromResult(Status);

    public Task WriteAsync(string function, ScheduleStatus status, CancellationToken cancel)
    {
        if (IsAway)
        {
            throw new IOException("storage is away");
        }

        (Status, Writes) = (status, Writes + 1);
        return Task.CompletedTask;
    }
}
