using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Ledger;
using ShipBy.TestKit.Storage.Faults;

namespace ShipBy.Adapters.Tests.Tables;

/// <summary>The same suite where every third request is throttled, cut or torn.</summary>
public sealed class TableLedgerBehindFaultsTests(FaultyStorage storage) : LedgerContract, IClassFixture<FaultyStorage>
{
    protected override ILedger Ledger { get; } = storage.OpenLedger();

    protected override bool AnswersGetLost => true;

    [Fact]
    public async Task ALonelyCounter_CountsExactly_WhateverBefallsItsRequests()
    {
        var pool = PoolName.Parse($"p{Guid.NewGuid():N}"[..20]);
        await Ledger.TryCommitAsync(pool, new CommitSet().With(new RowChange.Insert(Sample.StockRow("A", onHand: 0))), default);

        await CountUpAsync(pool, successes: 60);

        Assert.Equal(60, await CountedAsync(pool));
        Assert.All(Enum.GetValues<StorageFault>().Except([StorageFault.EmptyPage, StorageFault.ShortPage]), fault => Assert.NotEqual(0, storage.Proxy.Met(fault)));
    }

    /// <remarks>More than the successes may have been counted: an answer got lost, and somebody else wrote before it could be looked for.</remarks>
    [Fact]
    public async Task ASuccess_IsNeverImagined_AmongSeveralWriters()
    {
        var pool = PoolName.Parse($"p{Guid.NewGuid():N}"[..20]);
        await Ledger.TryCommitAsync(pool, new CommitSet().With(new RowChange.Insert(Sample.StockRow("A", onHand: 0))), default);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CountUpAsync(pool, successes: 15)));

        Assert.InRange(await CountedAsync(pool), 60, int.MaxValue);
    }

    private async Task<int> CountedAsync(PoolName pool) =>
        ((LedgerRow.StockRow)(await Ledger.FindAsync(pool, RowKey.Stock(Sku.Parse("A")), default))!.Row).Item.OnHand;

    private async Task CountUpAsync(PoolName pool, int successes)
    {
        while (successes > 0)
        {
            var read = await Ledger.FindAsync(pool, RowKey.Stock(Sku.Parse("A")), default);
            var next = Sample.StockRow("A", ((LedgerRow.StockRow)read!.Row).Item.OnHand + 1);
            successes -= (await Ledger.TryCommitAsync(pool, new CommitSet().With(new RowChange.Replace(next, read.Version)), default)).IsCommitted ? 1 : 0;
        }
    }
}
