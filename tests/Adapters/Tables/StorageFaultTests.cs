using Azure.Data.Tables;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Storage;
using ShipBy.TestKit.Storage.Faults;
using static ShipBy.TestKit.Storage.Faults.StorageFault;

namespace ShipBy.Adapters.Tests.Tables;

/// <summary>Each fault of the service by name, and what the ledger makes of it.</summary>
public sealed class StorageFaultTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly PoolName _pool = PoolName.Parse($"p{Guid.NewGuid():N}"[..20]);
    private FaultProxy? _proxy;

    private FaultProxy Proxy => _proxy!;

    public async ValueTask InitializeAsync() => _proxy = await FaultProxy.StartAsync(azurite.TableEndpoint, new FaultPlan(seed: 0, share: 0));

    public ValueTask DisposeAsync() => Proxy.DisposeAsync();

    [Theory]
    [InlineData(Busy, 2)]
    [InlineData(TooManyRequests, 2)]
    [InlineData(CutBeforeTheEffect, 2)]
    [InlineData(CutAfterTheEffect, 3)]      // the repetition meets its own row, and one read finds out whose it is
    public async Task ACommit_SurvivesIt(StorageFault fault, int requests)
    {
        var ledger = await OpenAsync(retries: 1);
        var before = Proxy.Requests;
        Proxy.Plan.Script(fault);

        Assert.True((await InsertAsync(ledger, "A")).IsCommitted);
        Assert.Equal((1, requests), (Proxy.Met(fault), Proxy.Requests - before));
        Assert.Single(await ledger.RangeAsync(_pool, KeyRange.AllStock, 10, default));
    }

    [Fact]
    public async Task AKeyThatIsNotAccepted_IsSaidInTheLedgersOwnWords()
    {
        var ledger = new TableLedger(new TableServiceClient(azurite.ConnectionString.Replace("AccountKey=Eby8", "AccountKey=AAAA", StringComparison.Ordinal)).GetTableClient("ledger"));

        foreach (var ask in new Func<Task>[] { () => ledger.RangeAsync(_pool, KeyRange.AllStock, 1, default), () => InsertAsync(ledger, "A") })
        {
            var silence = await Assert.ThrowsAsync<LedgerUnreachableException>(ask);
            Assert.Contains("the storage account says 403", silence.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ACommit_WhoseAnswerWasLost_TookEffect_AndKnowsNoVersions()
    {
        var ledger = await OpenAsync(retries: 0);
        Proxy.Plan.Script(CutAfterTheEffect);

        var outcome = await InsertAsync(ledger, "A");

        Assert.True(outcome.IsCommitted);
        Assert.Empty(outcome.Versions);
    }

    [Fact]
    public async Task ACommit_WhoseAnswerWasLost_AndWhoseRowOthersHaveWrittenSince_IsCalledRefused()
    {
        var (ledger, others) = (await OpenAsync(retries: 0), await OpenAsync(retries: 0));
        await InsertAsync(ledger, "A");
        var read = await ledger.FindAsync(_pool, RowKey.Stock(Sku.Parse("A")), default);
        Proxy.Plan.Script(CutAfterTheEffect);
        Proxy.AfterACut = () => others.TryCommitAsync(_pool, new CommitSet().With(new RowChange.Replace(Sample.StockRow("A", onHand: 9), Version: null)), default);

        var outcome = await ledger.TryCommitAsync(_pool, new CommitSet().With(new RowChange.Replace(Sample.StockRow("A", onHand: 6), read!.Version)), default);

        Assert.False(outcome.IsCommitted);      // it did take effect; who looks again, as a refusal asks, sees what came of it
    }

    [Fact]
    public async Task ACommit_ThatNeverArrived_IsRefused()
    {
        var ledger = await OpenAsync(retries: 0);
        Proxy.Plan.Script(Busy);

        Assert.False((await InsertAsync(ledger, "A")).IsCommitted);
        Assert.True((await InsertAsync(ledger, "A")).IsCommitted);
    }

    [Theory]
    [InlineData(Busy)]
    [InlineData(TooManyRequests)]
    [InlineData(CutBeforeTheEffect)]
    [InlineData(CutAfterTheEffect)]
    public async Task Silence_IsCalledUnreachable_ByEveryMethodOfThePort(StorageFault fault)
    {
        var ledger = await OpenAsync(retries: 0);

        Proxy.Plan.Script(fault, fault);
        await Assert.ThrowsAsync<LedgerUnreachableException>(() => ledger.RangeAsync(_pool, KeyRange.AllStock, 10, default));
        await Assert.ThrowsAsync<LedgerUnreachableException>(() => ledger.FindAsync(_pool, RowKey.Stock(Sku.Parse("A")), default));
        Proxy.Plan.Script(fault, fault);
        await Assert.ThrowsAsync<LedgerUnreachableException>(() => InsertAsync(ledger, "A"));
    }

    [Fact]
    public async Task Silence_AtTheVeryFirstRequest_IsCalledUnreachableToo()
    {
        Proxy.Plan.Script(Busy, Busy);
        var ledger = FaultyStorage.OpenLedger(Proxy, azurite, retries: 0);

        await Assert.ThrowsAsync<LedgerUnreachableException>(() => ledger.FindAsync(_pool, RowKey.Stock(Sku.Parse("A")), default));
        await Assert.ThrowsAsync<LedgerUnreachableException>(() => InsertAsync(ledger, "A"));
        Assert.True((await InsertAsync(ledger, "A")).IsCommitted);
    }

    [Fact]
    public async Task ARead_ThatWeGaveUpOurselves_IsNotCalledUnreachable()
    {
        var ledger = await OpenAsync(retries: 0);
        using var over = new CancellationTokenSource();
        await over.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ledger.RangeAsync(_pool, KeyRange.AllStock, 10, over.Token));
    }

    [Fact]
    public async Task TooManyRequests_AreWaitedFor_AsLongAsTheServiceAsks()
    {
        var ledger = await OpenAsync(retries: 1);
        Proxy.RetryAfter = TimeSpan.FromSeconds(1);
        Proxy.Plan.Script(TooManyRequests);

        Assert.True((await InsertAsync(ledger, "A")).IsCommitted);
        Assert.Equal(1, Proxy.Met(TooManyRequests));
    }

    [Theory]
    [InlineData(EmptyPage)]
    [InlineData(ShortPage)]
    [InlineData(EmptyPage, EmptyPage, ShortPage, EmptyPage, EmptyPage)]
    [InlineData(ShortPage, EmptyPage, ShortPage, EmptyPage, ShortPage)]
    public async Task ARange_GoesOn_OverTornPages(params StorageFault[] faults)
    {
        var ledger = await OpenAsync(retries: 0);
        await InsertAsync(ledger, [.. Enumerable.Range(0, 30).Select(i => $"S-{i:00}")]);
        Proxy.Plan.Script(faults);

        var rows = await ledger.RangeAsync(_pool, KeyRange.AllStock, 20, default);

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"stock|S-{i:00}"), rows.Select(stored => stored.Row.Key.Value));
        Assert.All(faults.Distinct(), fault => Assert.NotEqual(0, Proxy.Met(fault)));
    }

    [Fact]
    public async Task ARange_ThatHasNoRows_EndsBehindItsEmptyPages()
    {
        var ledger = await OpenAsync(retries: 0);
        Proxy.Plan.Script(EmptyPage, EmptyPage);

        Assert.Empty(await ledger.RangeAsync(_pool, KeyRange.AllStock, 20, default));
    }

    private async Task<ILedger> OpenAsync(int retries)
    {
        var ledger = FaultyStorage.OpenLedger(Proxy, azurite, retries);
        await ledger.FindAsync(_pool, RowKey.Stock(Sku.Parse("none")), default);      // the table is made with the first request
        return ledger;
    }

    private Task<CommitOutcome> InsertAsync(ILedger ledger, params IEnumerable<string> skus) =>
        ledger.TryCommitAsync(_pool, new CommitSet().With([.. skus.Select(sku => new RowChange.Insert(Sample.StockRow(sku)))]), default);
}
