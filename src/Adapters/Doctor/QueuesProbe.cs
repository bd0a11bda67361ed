using Azure;
using Azure.Identity;
using Azure.Storage.Queues;
using ShipBy.Adapters.Queues;
using ShipBy.Application.Doctor;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Settings;

namespace ShipBy.Adapters.Doctor;

/// <summary>Whether the two queues can be reached. One that is not there yet is made by the first ring.</summary>
public sealed class QueuesProbe(QueueServiceClient queues, MachineClock machine) : IProbe
{
    /// <value>The client repeats for more than a minute; somebody waits here.</value>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public Area Area => Area.Storage;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel) =>
        await Task.WhenAll(Enum.GetValues<Bell>().Select(QueueDoorbell.NameOf).Select(name => LookAsync(name, cancel)));

    private async Task<Finding> LookAsync(string name, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, machine.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            return new Finding(Area, await queues.GetQueueClient(name).ExistsAsync(either.Token) ? Fact.QueueSound : Fact.QueueMissing, name);
        }
        catch (RequestFailedException refused) when (refused.Status is 401 or 403)
        {
            return new Finding(Area, Fact.StorageRefused, name) { Detail = StorageWord.Of(refused) };
        }
        catch (AuthenticationFailedException refused)
        {
            return new Finding(Area, Fact.StorageRefused, name) { Detail = refused.GetType().Name };
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return new Finding(Area, Fact.StorageSilent, name);
        }
        catch (Exception silent) when (silent is RequestFailedException or AggregateException or IOException)
        {
            return new Finding(Area, Fact.StorageSilent, name) { Detail = silent is RequestFailedException { Status: > 0 } answer ? StorageWord.Of(answer) : "" };
        }
    }
}
