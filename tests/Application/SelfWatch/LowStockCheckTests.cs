using ShipBy.Application.Ledger;
using ShipBy.Application.SelfWatch.Checks;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.SelfWatch;

/// <summary>Products that run low: told when they cross their line, and again only after they were above it.</summary>
public sealed class LowStockCheckTests
{
    private readonly World _world = Watching.World();

    [Fact]
    public async Task Crossing_IsToldOnce_Recovering_IsTold_AndTheNextCrossingAgain()
    {
        await PutAsync(5);
        await SaveAsync(safety: 5);
        await _world.MinutesAsync(40);
        Assert.Empty(_world.Told());

        await PutAsync(4);
        await _world.MinutesAsync(16);
        Assert.Equal(["LowStock MUG-1"], _world.Told());
        Assert.Equal((4, 5, "Big mug"), _world.Lines().First().Facts is var facts ? (facts.Count, facts.Other, facts.Detail) : default);

        await PutAsync(1);
        await _world.MinutesAsync(24 * 60);
        Assert.Single(_world.Told());       // lasts, and is not repeated

        await PutAsync(9);
        await _world.MinutesAsync(60);
        await PutAsync(2);
        await _world.MinutesAsync(16);
        Assert.Equal(["LowStock MUG-1", "-LowStock MUG-1", "LowStock MUG-1"], _world.Told());
    }

    [Fact]
    public async Task AMomentAboveTheLine_IsNoNews()
    {
        await PutAsync(4);
        await SaveAsync(safety: 5);
        await _world.MinutesAsync(16);
        await PutAsync(5);
        await _world.MinutesAsync(16);
        await PutAsync(4);
        await _world.MinutesAsync(60);

        Assert.Equal(["LowStock MUG-1"], _world.Told());
    }

    [Fact]
    public async Task WhatIsHeld_DoesNotCount_AndAProductThatNeverLayThereIsLow()
    {
        await PutAsync(9, held: 5);
        await SaveAsync(safety: 5);
        await _world.WriteCardAsync(new ProductCard(Sku.Parse("CUP-1")) { SafetyStock = 1 });
        await _world.MinutesAsync(16);

        Assert.Equal(["LowStock CUP-1", "LowStock MUG-1"], _world.Told().Where(told => told.StartsWith("LowStock", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task WithoutALine_NothingIsWatched_NorAfterTheLastIsGone()
    {
        await PutAsync(0);
        await SaveAsync(safety: 0);
        await _world.MinutesAsync(30);
        Assert.Null(await GateAsync());

        await SaveAsync(safety: 3);
        Assert.NotNull(await GateAsync());
        await _world.MinutesAsync(16);
        await SaveAsync(safety: 0);
        await _world.MinutesAsync(90);

        Assert.Null(await GateAsync());
        Assert.Equal(["LowStock MUG-1", "-LowStock MUG-1"], _world.Told());
    }

    private Task<Stored?> GateAsync() => _world.Ledger.FindAsync(Sample.Pool, RowKey.Gate(LowStockCheck.Gate), default);

    private Task<bool> SaveAsync(int safety) => _world.WriteCardAsync(new ProductCard(Sample.Mug) { Name = "Big mug", SafetyStock = safety });

    private async Task PutAsync(int onHand, int held = 0)
    {
        var row = new StockRow(new StockItem(Sample.Mug, onHand, held));
        await _world.Ledger.TryCommitAsync(
            Sample.Pool, new CommitSet().With(await _world.Ledger.FindAsync(Sample.Pool, row.Key, default) is { } stored ? new RowChange.Replace(row, stored.Version) : new RowChange.Insert(row)), default);
    }
}
