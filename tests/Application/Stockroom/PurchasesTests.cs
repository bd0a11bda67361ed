using Microsoft.Extensions.Time.Testing;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Application.Stockroom;
using ShipBy.Application.Tests.Importing;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Stockroom;

public sealed class PurchasesTests
{
    private static readonly Sku Cup = Sku.Parse("CUP-1");

    private readonly World _world = new();
    private readonly FakeTimeProvider _machine = new(Sample.Noon.ToDateTimeOffset());
    private readonly PurchaseOrder _purchase = new(Guid.NewGuid(), "Z-7", "Kiln", Sample.Noon, "Anna", [new PurchaseLine(Cup, 5), new PurchaseLine(Sample.Mug, 10)]);

    [Fact]
    public async Task WhatIsOrdered_IsIncoming_UntilItComes()
    {
        await OrderAsync();
        Assert.Equal(["CUP-1 0 +5", "MUG-1 0 +10"], await ShelfAsync());

        Assert.Equal(ReceiveAnswer.In, await ReceiveAsync(Guid.NewGuid(), (Sample.Mug, 4)));
        Assert.Equal(["CUP-1 0 +5", "MUG-1 4 +6"], await ShelfAsync());

        Assert.Equal(ReceiveAnswer.In, await ReceiveAsync(Guid.NewGuid(), (Sample.Mug, 7), (Cup, 5)));
        Assert.Equal(["CUP-1 5 +0", "MUG-1 11 +0"], await ShelfAsync());
        Assert.False((await FindAsync()).IsOpen);
        Assert.Equal(["purchase Z-7, received by Boris: MUG-1 +4", "purchase Z-7, received by Boris: CUP-1 +5; MUG-1 +7"], (await JournalAsync()).OrderBy(what => what.Length));
        Assert.Equal([Bell.ReserveStock, Bell.ReserveStock], _world.Bells.Rung);
    }

    [Fact]
    public async Task TheSameDelivery_ComesInOnce_AlsoAfterTheOrderIsClosed()
    {
        await OrderAsync();
        var delivery = Guid.NewGuid();
        await ReceiveAsync(delivery, (Sample.Mug, 10), (Cup, 5));

        Assert.Equal(ReceiveAnswer.Before, await ReceiveAsync(delivery, (Sample.Mug, 10), (Cup, 5)));
        Assert.Equal(ReceiveAnswer.NotOpen, await ReceiveAsync(Guid.NewGuid(), (Sample.Mug, 1)));
        Assert.Equal(["CUP-1 5 +0", "MUG-1 10 +0"], await ShelfAsync());
        Assert.Single(_world.Bells.Rung);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ALostAnswer_AndAnotherPress_AddOnce(bool tookEffect)
    {
        await OrderAsync();
        var delivery = Guid.NewGuid();

        await Assert.ThrowsAsync<LedgerUnreachableException>(() => ReceiveOnAsync(delivery, async (_, make) =>
        {
            await (tookEffect ? make() : Task.CompletedTask);
            throw new LedgerUnreachableException("a time-out", new TimeoutException());
        }));
        Assert.Equal([Bell.ReserveStock], _world.Bells.Rung);

        Assert.Equal(tookEffect ? ReceiveAnswer.Before : ReceiveAnswer.In, await ReceiveAsync(delivery, (Sample.Mug, 3)));
        Assert.Equal(["CUP-1 0 +5", "MUG-1 3 +7"], await ShelfAsync());
    }

    [Fact]
    public async Task UnitsThatMoveMeanwhile_AreAddedTo()
    {
        await OrderAsync();
        await _world.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Insert(new StockRow(new StockItem(Sample.Mug, 8, 2)))), default);

        var answer = await ReceiveOnAsync(Guid.NewGuid(), async (commit, make) =>
        {
            await (commit == 1 ? _world.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With(new RowChange.Replace(new StockRow(new StockItem(Sample.Mug, 7, 1)), Version: null)), default) : Task.CompletedTask);
            return await make();
        });

        Assert.Equal(ReceiveAnswer.In, answer);
        Assert.Equal(new StockItem(Sample.Mug, 10, 1), Assert.Single(await Counting.StockAsync(_world)));
    }

    [Fact]
    public async Task WhatWasNotOrdered_AndNothing_DoNotComeIn()
    {
        await OrderAsync();

        Assert.Equal(ReceiveAnswer.Nothing, await ReceiveAsync(Guid.NewGuid(), (Sku.Parse("PLATE"), 3), (Cup, 0)));
        Assert.Equal(ReceiveAnswer.NotOpen, await _world.Of<Purchases>().ReceiveAsync(Sample.Pool, Guid.NewGuid(), Guid.NewGuid(), new Dictionary<Sku, int> { [Cup] = 1 }, "Boris", default));
    }

    [Fact]
    public async Task ClosedByHand_NothingMoreIsIncoming()
    {
        await OrderAsync();

        Assert.True(await _world.Of<Purchases>().CloseAsync(Sample.Pool, _purchase.Id, default));
        Assert.False(await _world.Of<Purchases>().CloseAsync(Sample.Pool, _purchase.Id, default));
        Assert.Empty(await ShelfAsync());
        Assert.Equal(ReceiveAnswer.NotOpen, await ReceiveAsync(Guid.NewGuid(), (Cup, 1)));
    }

    [Fact]
    public async Task TheLargestOrder_ComesInAtOneGo()
    {
        var lines = Enumerable.Range(10, PurchaseOrder.MostLines).Select(i => new PurchaseLine(Sku.Parse(new string('ж', Sku.MaxLength - 2) + i), 1)).ToArray();
        await _world.Of<Purchases>().OrderAsync(Sample.Pool, _purchase with { Lines = lines }, default);

        Assert.Equal(ReceiveAnswer.In, await ReceiveAsync(Guid.NewGuid(), [.. lines.Select(line => (line.Sku, 1))]));
        Assert.Equal(PurchaseOrder.MostLines, (await Counting.StockAsync(_world)).Count);
    }

    [Fact]
    public async Task TheShelfOf2000Products_IsReadByThreeRanges()
    {
        foreach (var some in Enumerable.Range(0, 2_000).Chunk(50))
        {
            await _world.Ledger.TryCommitAsync(
                Sample.Pool, new CommitSet().With([.. some.SelectMany(i => new LedgerRow[] { Sample.StockRow($"P-{i}"), new CardRow(new ProductCard(Sku.Parse($"P-{i}")) { Zone = "A" }) }).Select(row => new RowChange.Insert(row))]), default);
        }

        var ledger = new CountingReads(_world.Ledger);
        var sheet = await new LookAtStock(ledger).RunAsync(Sample.Pool, default);

        Assert.Equal((2_000, 3, 0), (sheet.Lines.Count(line => line is { OnHand: 5, Card.Zone: "A" }), ledger.Ranges, ledger.Points));
    }

    private Task OrderAsync() => _world.Of<Purchases>().OrderAsync(Sample.Pool, _purchase, default);

    private async Task<PurchaseOrder> FindAsync() => (await _world.Of<Purchases>().FindAsync(Sample.Pool, _purchase.Id, default))!;

    private Task<ReceiveAnswer> ReceiveAsync(Guid delivery, params (Sku Sku, int Units)[] came) => _world.Of<Purchases>().ReceiveAsync(Sample.Pool, _purchase.Id, delivery, came.ToDictionary(one => one.Sku, one => one.Units), "Boris", default);

    private Task<ReceiveAnswer> ReceiveOnAsync(Guid delivery, Func<int, Func<Task<CommitOutcome>>, Task<CommitOutcome>> at)
    {
        var ledger = new Counting.Disturbed(_world.Ledger, at);
        return Counting.PassAsync(_machine, new Purchases(ledger, new PoolLease(ledger, new MachineClock(_machine), new Random(1)), _world.Bells, _world.Clock, new Random(1))
            .ReceiveAsync(Sample.Pool, _purchase.Id, delivery, new Dictionary<Sku, int> { [Sample.Mug] = 3 }, "Boris", default));
    }

    private async Task<IEnumerable<string>> ShelfAsync() => (await _world.Of<LookAtStock>().RunAsync(Sample.Pool, default)).Lines.Select(line => $"{line.Sku} {line.OnHand} +{line.Incoming}");

    private async Task<IReadOnlyList<string>> JournalAsync() => [.. (await _world.Ledger.RangeAsync(Sample.Pool, KeyRange.Journal, 100, default)).Select(stored => ((JournalRow)stored.Row).What)];

    private sealed class CountingReads(ILedger inner) : ILedger
    {
        public int Ranges { get; private set; }

        public int Points { get; private set; }

        public Task<IReadOnlyList<Stored>> RangeAsync(PoolName pool, KeyRange range, int limit, CancellationToken cancel)
        {
            Ranges++;
            return inner.RangeAsync(pool, range, limit, cancel);
        }

        public Task<Stored?> FindAsync(PoolName pool, RowKey key, CancellationToken cancel)
        {
            Points++;
            return inner.FindAsync(pool, key, cancel);
        }

        public Task<CommitOutcome> TryCommitAsync(PoolName pool, CommitSet commit, CancellationToken cancel) => inner.TryCommitAsync(pool, commit, cancel);
    }
}
