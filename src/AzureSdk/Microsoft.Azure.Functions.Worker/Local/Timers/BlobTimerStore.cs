using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker.Local.Hosting;

namespace Microsoft.Azure.Functions.Worker.Local.Timers;

/// <summary>Writes where the real host writes: <c>azure-webjobs-hosts/timers/{host}/Host.Functions.{name}/status</c>.</summary>
internal sealed class BlobTimerStore(StorageConnections connections, HostIdentity host) : ITimerStore
{
    private readonly Lazy<BlobContainerClient> _container = new(() => connections.HostContainer());

    public async Task<ScheduleStatus?> ReadAsync(string function, CancellationToken cancel)
    {
        try
        {
            var answer = await _container.Value.GetBlobClient(Path(function)).DownloadContentAsync(cancel);

            return answer.Value.Content.ToObjectFromJson<ScheduleStatus>();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
        catch (JsonException)
        {
            return null;        // a status nobody can read is as good as none
        }
    }

    public Task WriteAsync(string function, ScheduleStatus status, CancellationToken cancel) =>
        _container.Value.TryWriteAsync(Path(function), BinaryData.FromObjectAsJson(status), overwrite: true, cancel);

    private string Path(string function) => $"timers/{host.Id}/Host.Functions.{function}/status";
}
