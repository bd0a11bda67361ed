using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Azure.Functions.Worker.Local.Hosting;

namespace Microsoft.Azure.Functions.Worker.Local.Timers;

/// <summary>A blob lease in <c>azure-webjobs-hosts/locks/{host}</c>, as the real host takes it.</summary>
internal sealed class BlobSingletonLock(StorageConnections connections, HostIdentity host) : ISingletonLock
{
    /// <remarks>Short, so that a renewal that storage does not answer is known to have failed long before the lease ends.</remarks>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lazy<BlobContainerClient> _container = new(() => connections.HostContainer(Patience));

    public async Task<string?> TryAcquireAsync(string name, TimeSpan period, CancellationToken cancel)
    {
        var lease = Blob(name).GetBlobLeaseClient();
        try
        {
            return (await lease.AcquireAsync(period, cancellationToken: cancel)).Value.LeaseId;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            await CreateAsync(name, cancel);

            return await TryAcquireExistingAsync(lease, period, cancel);
        }
        catch (RequestFailedException held) when (held.Status == 409)
        {
            return null;
        }
    }

    public async Task<bool> RenewAsync(string name, string lease, CancellationToken cancel)
    {
        try
        {
            await Blob(name).GetBlobLeaseClient(lease).RenewAsync(cancellationToken: cancel);
            return true;
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    public Task ReleaseAsync(string name, string lease, CancellationToken cancel) =>
        Blob(name).GetBlobLeaseClient(lease).ReleaseAsync(cancellationToken: cancel);

    private static async Task<string?> TryAcquireExistingAsync(BlobLeaseClient lease, TimeSpan period, CancellationToken cancel)
    {
        try
        {
            return (await lease.AcquireAsync(period, cancellationToken: cancel)).Value.LeaseId;
        }
        catch (RequestFailedException held) when (held.Status == 409)
        {
            return null;
        }
    }

    private async Task CreateAsync(string name, CancellationToken cancel)
    {
        await _container.Value.CreateIfNotExistsAsync(cancellationToken: cancel);
        await _container.Value.GetAppendBlobClient(Path(name)).CreateIfNotExistsAsync(cancellationToken: cancel);
    }

    private BlobClient Blob(string name) => _container.Value.GetBlobClient(Path(name));

    private string Path(string name) => $"locks/{host.Id}/{name}";
}
