using Azure.Core;
using Azure.Core.Pipeline;

namespace ShipBy.Adapters.Storage;

/// <summary>Counts the requests of this process to its storage account by service, tries included: the bill is made of them.</summary>
/// <remarks>Services are told apart by their addresses; on an emulator they differ in the port alone.</remarks>
public sealed class StorageRequestCounter : HttpPipelineSynchronousPolicy
{
    private string _tables = "";
    private string _queues = "";
    private long _table;
    private long _queue;
    private long _blob;

    /// <value>Since the process started.</value>
    public long Table => Interlocked.Read(ref _table);

    public long Queue => Interlocked.Read(ref _queue);

    /// <value>The rest: what the host keeps of its timers, leases and keys.</value>
    public long Blob => Interlocked.Read(ref _blob);

    public override void OnSendingRequest(HttpMessage message)
    {
        var authority = message.Request.Uri.ToUri().Authority;
        Interlocked.Increment(ref (authority == _tables ? ref _table : ref (authority == _queues ? ref _queue : ref _blob)));
    }

    internal void KnowServices(Uri tables, Uri queues) => (_tables, _queues) = (tables.Authority, queues.Authority);
}
