using Azure.Core;
using Azure.Core.Pipeline;

namespace ShipBy.Adapters.Storage;

/// <summary>Counts the requests of this process to one storage service, tries included: the bill is made of them.</summary>
public sealed class StorageRequestCounter : HttpPipelineSynchronousPolicy
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _count);
}

/// <summary>Storage requests of this process since its start, by service.</summary>
public sealed class StorageRequests
{
    public StorageRequestCounter Table { get; } = new();

    public StorageRequestCounter Queue { get; } = new();
}
