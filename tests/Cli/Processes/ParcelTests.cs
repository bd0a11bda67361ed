using Azure.Data.Tables;
using NodaTime;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.Domain.Transit;
using ShipBy.TestKit.Storage;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>The real program on a storage account: a letter to the carrier, and the end of a parcel.</summary>
public sealed class ParcelTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly Consignment Parcel = new()
    {
        Order = new OrderKey("tea", "0100200300-0007-1"),
        OrderedAt = Instant.FromUtc(2026, 3, 1, 9, 0),
        HandedOverAt = Instant.FromUtc(2026, 3, 2, 9, 0),
        Seen = new Sighting(TransitSign.Lost, "delivering", Instant.FromUtc(2026, 3, 12, 9, 0)),
        TrackingNumber = "1000000007",
        Value = new Money(153_000, "RUB"),
        LookAt = Instant.FromUtc(2026, 4, 12, 9, 0),
    };

    private readonly ShipByProcess _shipby = new();
    private readonly PoolName _pool = PoolName.Parse($"p{Guid.NewGuid():N}"[..20]);
    private readonly TableLedger _ledger = new(new TableServiceClient(azurite.ConnectionString).GetTableClient("ledger"));

    public void Dispose() => _shipby.Dispose();

    [Fact]
    public async Task AParcel_IsWrittenAbout_ThenSettled_AndThenUnknown()
    {
        await _ledger.TryCommitAsync(_pool, new CommitSet().With([.. ConsignmentWrite.Changes(null, Parcel)]), TestContext.Current.CancellationToken);

        var claim = await RunAsync("claim", "tea", Parcel.Order.Number);
        var done = await RunAsync("parcel", "done", "tea", Parcel.Order.Number);
        var again = await RunAsync("parcel", "done", "tea", Parcel.Order.Number);
        var late = await RunAsync("claim", "tea", Parcel.Order.Number);

        Assert.Equal((0, ""), (claim.ExitCode, claim.Error));
        Assert.StartsWith("Carrier's contact: claims@carrier.example", claim.Output, StringComparison.Ordinal);
        Assert.Contains("Parcel 1000000007, order 0100200300-0007-1, was handed over to you on Mon 2 Mar, 12:00.", claim.Output.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("claim for compensation", claim.Output, StringComparison.Ordinal);
        Assert.Equal((0, "0100200300-0007-1 of tea is settled; nobody asks about it any more."), (done.ExitCode, done.Output.Trim()));
        Assert.Equal((1, 1), (again.ExitCode, late.ExitCode));
        Assert.Contains("No parcel of 0100200300-0007-1 of tea is followed", late.Output, StringComparison.Ordinal);
        Assert.Empty(await _ledger.RangeAsync(_pool, KeyRange.AllTransit, 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AShop_IsNamedInAnyCase()
    {
        await _ledger.TryCommitAsync(_pool, new CommitSet().With([.. ConsignmentWrite.Changes(null, Parcel)]), TestContext.Current.CancellationToken);

        var claim = await RunAsync("claim", "Tea", Parcel.Order.Number);
        var done = await RunAsync("parcel", "done", "TEA", Parcel.Order.Number);

        Assert.Equal((0, 0), (claim.ExitCode, done.ExitCode));
        Assert.Contains("claim for compensation", claim.Output, StringComparison.Ordinal);
        Assert.Equal("0100200300-0007-1 of tea is settled; nobody asks about it any more.", done.Output.Trim());
    }

    [Fact]
    public async Task AShopThatIsNone_BringsTheNamesOfThoseThatAre_AndItsOldParcelsAreFoundAllTheSame()
    {
        var old = Parcel with { Order = Parcel.Order with { Shop = "coffee" } };
        await _ledger.TryCommitAsync(_pool, new CommitSet().With([.. ConsignmentWrite.Changes(null, old)]), TestContext.Current.CancellationToken);

        var slip = await RunAsync("parcel", "done", "teas", Parcel.Order.Number);
        var done = await RunAsync("parcel", "done", "coffee", Parcel.Order.Number);

        Assert.Equal((1, 0), (slip.ExitCode, done.ExitCode));
        Assert.Equal("There is no shop teas in the settings, and no parcel of such a shop is followed. Name one of these: tea.", slip.Output.Trim());
    }

    private Task<ShipByProcess.Outcome> RunAsync(params string[] arguments) => _shipby.RunAsync(
        arguments,
        new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["Shops__tea__Kind"] = "ozon",
            ["Shops__tea__Pool"] = _pool.Value,
            ["Shops__tea__CarrierContact"] = "claims@carrier.example",
            ["ShipBy__Language"] = "en",
        });
}
