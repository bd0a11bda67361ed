using Azure;
using Azure.Storage.Queues;
using NodaTime;
using ShipBy.Application.Doorbell;
using ShipBy.Application.SelfWatch;

namespace ShipBy.Adapters.Queues;

/// <summary>Peeks into both queues and their poison queues: four requests. A queue that is not there holds nothing.</summary>
public sealed class QueuePeek(QueueServiceClient queues) : IQueuePeek
{
    /// <value>The host's own name for where it puts messages away.</value>
    private const string Poison = "-poison";

    private const int MostAtOnce = 32;

    public async Task<IReadOnlyList<QueueLook>?> LookAsync(CancellationToken cancel)
    {
        try
        {
            string[] names = [.. Enum.GetValues<Bell>().Select(QueueDoorbell.NameOf)];
            var looks = await Task.WhenAll([.. names.Select(name => LookAsync(name, isPoison: false, cancel)), .. names.Select(name => LookAsync(name + Poison, isPoison: true, cancel))]);
            return [.. looks.OfType<QueueLook>()];
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or IOException)
        {
            return null;
        }
    }

    private async Task<QueueLook?> LookAsync(string name, bool isPoison, CancellationToken cancel)
    {
        try
        {
            var seen = (await queues.GetQueueClient(name).PeekMessagesAsync(MostAtOnce, cancel)).Value;
            return seen.Length == 0 ? null : new QueueLook(name, isPoison, seen.Length, Instant.FromDateTimeOffset(seen.Min(message => message.InsertedOn!.Value)));
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }
}
