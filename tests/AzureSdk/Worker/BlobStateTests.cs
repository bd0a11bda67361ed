using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Local.Hosting;
using Microsoft.Azure.Functions.Worker.Local.Http;
using Microsoft.Azure.Functions.Worker.Local.Timers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using ShipBy.AzureSdk.Tests.Worker.SampleApp;
using ShipBy.TestKit.Storage;

namespace ShipBy.AzureSdk.Tests.Worker;

/// <summary>What the driver keeps in blobs, on a real server.</summary>
public class BlobStateTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    private readonly HostIdentity _host = HostIdentity.Of(AzuriteFixture.UniqueName("h"), "");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IConfiguration Settings => new ConfigurationBuilder()
        .AddInMemoryCollection([new("AzureWebJobsStorage", azurite.ConnectionString)]).Build();

    private StorageConnections Connections => new(Settings, []);

    [Fact]
    public async Task Line8_TheLease_HasOneHolder_AndGoesOnWhenReleasedOrBroken()
    {
        var (here, there) = (new BlobSingletonLock(Connections, _host), new BlobSingletonLock(Connections, _host));

        var lease = await here.TryAcquireAsync("timer", AMinute, Cancel);
        Assert.NotNull(lease);
        Assert.Null(await there.TryAcquireAsync("timer", AMinute, Cancel));
        Assert.True(await here.RenewAsync("timer", lease, Cancel));

        await here.ReleaseAsync("timer", lease, Cancel);
        Assert.NotNull(await there.TryAcquireAsync("timer", AMinute, Cancel));
        Assert.False(await here.RenewAsync("timer", lease, Cancel));
    }

    [Fact]
    public async Task Line8_TheLease_IsTakenByOneOfMany_WhoAskAtOnce()
    {
        var asked = Enumerable.Range(0, 8).Select(_ => new BlobSingletonLock(Connections, _host).TryAcquireAsync("timer", AMinute, Cancel));

        Assert.Single(await Task.WhenAll(asked), lease => lease is not null);
    }

    [Fact]
    public async Task Line8_TheStatus_IsKept_AsTheRealHostKeepsIt()
    {
        var store = new BlobTimerStore(Connections, _host);
        Assert.Null(await store.ReadAsync("Poll", Cancel));

        var written = Ran(hour: 12);
        await store.WriteAsync("Poll", new ScheduleStatus(), Cancel);
        await store.WriteAsync("Poll", written, Cancel);

        var read = await new BlobTimerStore(Connections, _host).ReadAsync("Poll", Cancel);
        Assert.Equal((written.Last, written.Next), (read!.Last, read.Next));
        var blob = new BlobClient(azurite.ConnectionString, "azure-webjobs-hosts", $"timers/{_host.Id}/Host.Functions.Poll/status");
        Assert.StartsWith(
            """{"Last":"2026-11-22T12:00:00Z","Next":"2026-11-22T13:00:00Z","LastUpdated":""",
            (await blob.DownloadContentAsync(Cancel)).Value.Content.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line9_WithoutKeysInTheSettings_TheyAreMadeOnce_AndKept()
    {
        var first = await new KeyStore(Settings, Connections, _host, NullLogger<KeyStore>.Instance).ReadAsync(Cancel);
        var second = await new KeyStore(Settings, Connections, _host, NullLogger<KeyStore>.Instance).ReadAsync(Cancel);

        Assert.Equal((first.Master, first.Host), (second.Master, second.Host));
        Assert.NotEqual(first.Master, first.Host);
        Assert.Equal(64, first.Master.Length);
        Assert.False(first.Opens(AuthorizationLevel.Function, "Open", null));
    }

    [Fact]
    public async Task Line9_WithoutStorage_ThereAreKeysAllTheSame()
    {
        var nowhere = new ConfigurationBuilder().Build();
        var keys = await new KeyStore(nowhere, new StorageConnections(nowhere, []), _host, NullLogger<KeyStore>.Instance).ReadAsync(Cancel);

        Assert.False(keys.Opens(AuthorizationLevel.Function, "Open", ""));
        Assert.True(keys.Opens(AuthorizationLevel.Function, "Open", keys.Host));
    }

    [Fact]
    public async Task Line8_AMonitoredTimer_MakesUpForAGap_OverARestart()
    {
        var store = new BlobTimerStore(Connections, _host);
        await store.WriteAsync("Plain", Ran(hour: 10), Cancel);
        await using var app = await DriverApp.StartAsync(
            [typeof(Hourly)], [("AzureWebJobsStorage", azurite.ConnectionString), ("AzureFunctionsWebHost:hostid", _host.Id)]);

        Assert.Equal("hourly True", await app.Diary.NextAsync());
    }

    /// <summary>An hourly timer's status, some time in the past.</summary>
    private static ScheduleStatus Ran(int hour) =>
        new() { Last = new(2026, 11, 22, hour, 0, 0, DateTimeKind.Utc), Next = new(2026, 11, 22, hour + 1, 0, 0, DateTimeKind.Utc) };
}
