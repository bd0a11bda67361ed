using Azure.Data.Tables;
using ShipBy.Adapters.Tables;
using ShipBy.TestKit.Storage;
using ShipBy.TestKit.Storage.Faults;

namespace ShipBy.Adapters.Tests.Tables;

/// <summary>Azurite behind a proxy that spoils a third of all requests, by seed.</summary>
public sealed class FaultyStorage(AzuriteFixture azurite) : IAsyncLifetime
{
    private FaultProxy? _proxy;

    public FaultProxy Proxy => _proxy!;

    /// <summary>A ledger whose library tries often enough to get through, and quickly.</summary>
    public TableLedger OpenLedger() => OpenLedger(Proxy, azurite, retries: FaultPlan.MostInARow + 1);

    public static TableLedger OpenLedger(FaultProxy proxy, AzuriteFixture azurite, int retries)
    {
        var options = new TableClientOptions();
        (options.Retry.MaxRetries, options.Retry.Delay, options.Retry.MaxDelay) = (retries, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(5));
        return new TableLedger(new TableServiceClient(proxy.Through(azurite), options).GetTableClient("ledger"));
    }

    public async ValueTask InitializeAsync() => _proxy = await FaultProxy.StartAsync(azurite.TableEndpoint, new FaultPlan(seed: 7, share: 0.33));

    public ValueTask DisposeAsync() => Proxy.DisposeAsync();
}
