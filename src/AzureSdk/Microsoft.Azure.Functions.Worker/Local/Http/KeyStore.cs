using System.Security.Cryptography;
using Azure;
using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Local.Http;

/// <summary>
/// Keys from the settings <c>FUNCTIONS_MASTER_KEY</c>, <c>FUNCTIONS_HOST_KEY</c> and <c>FUNCTIONS_KEY_{function}</c>. What is not
/// set is made once and kept beside the timers' state, so that no app ever runs without keys.
/// </summary>
internal sealed class KeyStore(IConfiguration settings, StorageConnections connections, HostIdentity host, ILogger<KeyStore> log)
{
    public async Task<HttpKeys> ReadAsync(CancellationToken cancel)
    {
        var (master, shared) = (settings["FUNCTIONS_MASTER_KEY"], settings["FUNCTIONS_HOST_KEY"]);
        var kept = master is null || shared is null ? await ReadOrMakeAsync(cancel) : null;

        return new HttpKeys(master ?? kept!.Master, shared ?? kept!.Host, function => settings[$"FUNCTIONS_KEY_{function}"]);
    }

    private async Task<KeptKeys> ReadOrMakeAsync(CancellationToken cancel)
    {
        var made = new KeptKeys(MakeKey(), MakeKey());
        try
        {
            var (container, path) = (connections.HostContainer(), $"keys/{host.Id}");

            return await container.TryWriteAsync(path, BinaryData.FromObjectAsJson(made), overwrite: false, cancel)
                ? made
                : (await container.GetBlobClient(path).DownloadContentAsync(cancel)).Value.Content.ToObjectFromJson<KeptKeys>()!;
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException or HostRefusedException)
        {
            DriverLog.KeysNotKept(log, e);
            return made;
        }
    }

    private static string MakeKey() => Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    private sealed record KeptKeys(string Master, string Host);
}
