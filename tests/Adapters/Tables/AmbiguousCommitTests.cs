using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Storage;

namespace ShipBy.Adapters.Tests.Tables;

/// <summary>A commit whose answer got lost: the ledger finds out by itself whether it took effect.</summary>
public sealed class AmbiguousCommitTests(AzuriteFixture azurite)
{
    private readonly PoolName _pool = PoolName.Parse($"p{Guid.NewGuid():N}"[..20]);

    [Theory]
    [InlineData(Lost.AfterTheEffect, 0)]
    [InlineData(Lost.AfterTheEffect, 2)]        // the pipeline sends it again, and it meets its own rows
    [InlineData(Lost.BeforeTheEffect, 2)]
    public async Task ALostAnswer_DoesNotHideACommit(Lost lost, int retries)
    {
        var (ledger, _) = Open(lost, times: 1, retries);

        var outcome = await ledger.TryCommitAsync(_pool, new CommitSet().With(new RowChange.Insert(Sample.StockRow("A"))), default);

        Assert.True(outcome.IsCommitted);
        Assert.NotNull(await ledger.FindAsync(_pool, RowKey.Stock(Sku.Parse("A")), default));
    }

    [Fact]
    public async Task ACommitThatNeverArrived_IsRefused_SoThatItIsDecidedAgain()
    {
        var (ledger, _) = Open(Lost.BeforeTheEffect, times: 1, retries: 0);

        Assert.False((await ledger.TryCommitAsync(_pool, new CommitSet().With(new RowChange.Insert(Sample.StockRow("A"))), default)).IsCommitted);
    }

    [Fact]
    public async Task SomebodyElsesRow_IsNotTakenForOurs()
    {
        var (ledger, _) = Open(Lost.AfterTheEffect, times: 0, retries: 0);
        await ledger.TryCommitAsync(_pool, new CommitSet().With(new RowChange.Insert(Sample.StockRow("A"))), default);

        Assert.False((await ledger.TryCommitAsync(_pool, new CommitSet().With(new RowChange.Insert(Sample.StockRow("A"))), default)).IsCommitted);
    }

    [Fact]
    public async Task ALostReplacement_IsFoundByItsOperation()
    {
        var (ledger, transport) = Open(Lost.AfterTheEffect, times: 0, retries: 0);
        await ledger.TryCommitAsync(_pool, new CommitSet().With(new RowChange.Insert(Sample.StockRow("A", onHand: 1))), default);
        var read = await ledger.FindAsync(_pool, RowKey.Stock(Sku.Parse("A")), default);
        transport.Left = 1;

        var outcome = await ledger.TryCommitAsync(_pool, new CommitSet().With(new RowChange.Replace(Sample.StockRow("A", onHand: 2), read!.Version)), default);

        Assert.True(outcome.IsCommitted);
        Assert.Equal(2, ((LedgerRow.StockRow)(await ledger.FindAsync(_pool, RowKey.Stock(Sku.Parse("A")), default))!.Row).Item.OnHand);
    }

    [Fact]
    public async Task AStorageThatIsGone_IsCalledUnreachable()
    {
        var (ledger, transport) = Open(Lost.BeforeTheEffect, times: 0, retries: 0);
        await ledger.FindAsync(_pool, RowKey.Stock(Sku.Parse("A")), default);
        (transport.Left, transport.ReadsToo) = (int.MaxValue, true);

        await Assert.ThrowsAsync<LedgerUnreachableException>(() => ledger.TryCommitAsync(_pool, new CommitSet().With(new RowChange.Insert(Sample.StockRow("A"))), default));
    }

    private (TableLedger Ledger, LossyTransport Transport) Open(Lost lost, int times, int retries)
    {
        var transport = new LossyTransport(lost) { Left = times };
        var options = new TableClientOptions { Transport = transport };
        (options.Retry.MaxRetries, options.Retry.Delay) = (retries, TimeSpan.FromMilliseconds(1));
        return (new TableLedger(new TableServiceClient(azurite.ConnectionString, options).GetTableClient("ledger")), transport);
    }

    public enum Lost
    {
        BeforeTheEffect,
        AfterTheEffect,
    }

    /// <summary>Loses the answers to transactions, with or without their effect.</summary>
    private sealed class LossyTransport(Lost lost) : HttpPipelineTransport
    {
        private readonly HttpClientTransport _real = HttpClientTransport.Shared;

        public int Left { get; set; }

        public bool ReadsToo { get; set; }

        public override Request CreateRequest() => _real.CreateRequest();

        public override void Process(HttpMessage message) => _real.Process(message);

        public override async ValueTask ProcessAsync(HttpMessage message)
        {
            var loses = Left > 0 && (ReadsToo || message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal));
            if (!loses || lost == Lost.AfterTheEffect)
            {
                await _real.ProcessAsync(message);
            }

            if (loses)
            {
                Left--;
                throw new IOException("The connection was cut.");
            }
        }
    }
}
