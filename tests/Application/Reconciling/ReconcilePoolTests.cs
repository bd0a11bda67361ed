using NodaTime;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Ledger;
using ShipBy.Application.Reconciling;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Reconciling;

public sealed class ReconcilePoolTests
{
    [Fact]
    public async Task WhatTheUseCasesWrote_HasNoDrift()
    {
        var pool = await DriftingPool.FillAsync();

        var result = await pool.RunAsync(fix: true);

        Assert.Equal((4, 1, 0, 0, true), (result.Orders, result.Products, result.Repaired.Count, result.Remaining.Count, result.IsWhole));
        Assert.Empty(await pool.JournalAsync());
    }

    [Theory]
    [InlineData("held too many", "held units of MUG-1: found 5 held, 0 free, wrote 4 held, 1 free")]
    [InlineData("held too few", "held units of MUG-1: found 0 held, 5 free, wrote 4 held, 1 free")]
    [InlineData("due missing", "due row missing of shop P-1: found none, wrote 2026-03-02 18:00:00Z")]
    [InlineData("due left over", "due row left over of shop gone: found 2026-03-02 12:00:00Z, wrote none")]
    [InlineData("due misplaced", "due row misplaced of shop P-2: found 2026-03-02 18:00:00.0000001Z, wrote 2026-03-02 18:00:00Z")]
    [InlineData("waiting missing", "waiting row missing of shop P-4: found none, wrote not looked at yet")]
    [InlineData("waiting left over", "waiting row left over of shop P-1: found not looked at yet, wrote none")]
    [InlineData("waiting misplaced", "waiting row misplaced of shop P-3: found not looked at yet, wrote short of 1")]
    [InlineData("waiting differs", "waiting row differs of shop P-4: found not looked at yet, in another version, wrote not looked at yet")]
    public async Task ADrift_IsReported_AndOnlyWhenAskedTo_RepairedAndJournalled(string drift, string journal)
    {
        var pool = await DriftingPool.FillAsync();
        var sound = await pool.RowsAsync();
        await pool.PlantAsync(drift);
        var drifted = await pool.RowsAsync();

        var dry = await pool.RunAsync(fix: false);

        Assert.Equal((1, 0, true), (dry.Remaining.Count, dry.Repaired.Count, dry.IsWhole));
        Assert.Equal(drifted, await pool.RowsAsync());
        Assert.Empty(await pool.JournalAsync());

        var repair = await pool.RunAsync(fix: true);

        Assert.Equal([dry.Remaining[0].Drift], repair.Repaired);
        Assert.Equal((0, true), (repair.Remaining.Count, repair.IsWhole));
        Assert.Equal(sound, await pool.RowsAsync());
        Assert.Equal([$"{DriftingPool.Command}: {journal}"], await pool.JournalAsync());
        Assert.Equal(Bell.ReserveStock, pool.World.Bells.Rung[^1]);
    }

    [Fact]
    public async Task AMissingStockRow_IsOpened_WithNothingFree_SoThatNobodyTakesTheGoodsTwice()
    {
        var pool = await DriftingPool.FillAsync();
        await pool.PlantAsync("no stock row");

        var result = await pool.RunAsync(fix: true);
        await pool.World.Reserve.RunAsync(Sample.Pool, default);

        Assert.Equal([new Drift.NoStockRow(Sample.Mug, 4)], result.Repaired);
        Assert.Equal(new StockItem(Sample.Mug, 4, 4), await pool.World.StockAsync(Sample.Mug));
        Assert.Equal(OrderState.OutOfStock, (await pool.World.OrderAsync("P-4")).State);
    }

    [Fact]
    public async Task WhatIsOversold_RemainsADrift_WhileTheRestIsRepaired()
    {
        var pool = await DriftingPool.FillAsync();
        await pool.ReplaceAsync(new StockRow(new StockItem(Sample.Mug, OnHand: 3, Held: 3)));

        var result = await pool.RunAsync(fix: true);

        Assert.IsType<Drift.HeldDiffers>(Assert.Single(result.Repaired));
        Assert.Equal(new StockItem(Sample.Mug, 3, 4), Assert.IsType<Drift.Oversold>(Assert.Single(result.Remaining).Drift).Counted);
        Assert.True(result.IsWhole);
    }

    [Fact]
    public async Task ManyDrifts_AreRepairedInManyCommits_EachWithItsJournalRow()
    {
        var pool = await DriftingPool.FillAsync();
        var sound = await pool.RowsAsync();
        for (var i = 0; i < 250; i++)
        {
            await pool.PutAsync(new DueRow(Sample.Noon, new OrderKey("shop", $"gone-{i}")));
        }

        var result = await pool.RunAsync(fix: true);

        Assert.Equal(250, result.Repaired.Count);
        Assert.Equal(sound, await pool.RowsAsync());
        Assert.Equal(3, (await pool.JournalAsync()).Count);
    }

    [Fact]
    public async Task APoolOfManyPages_IsReadWhole()
    {
        var pool = await DriftingPool.FillAsync();
        foreach (var some in Enumerable.Range(0, 5_100).Chunk(30))
        {
            var rows = some.SelectMany(i => OrderWrite.Rows(Sample.Order with { Key = new OrderKey("shop", $"more-{i}") }));
            await pool.World.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With([.. rows.Select(row => new RowChange.Insert(row))]), default);
        }

        var result = await pool.RunAsync(fix: false);

        Assert.Equal((5_104, 0, true), (result.Orders, result.Remaining.Count, result.IsWhole));
    }

    /// <remarks>Each seed spoils about a fifth of the rows; whatever that makes of the pool, afterwards all follows from the orders.</remarks>
    [Fact]
    public async Task WhateverIsSpoilt_AfterwardsEverythingFollowsFromTheOrders()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var (pool, random) = (await DriftingPool.FillAsync(), new Random(seed));
            foreach (var row in (await pool.RowsAsync()).Where(row => row is DueRow or WaitingRow or StockRow && random.Next(5) < 2))
            {
                await pool.DropAsync(row.Key);
                await (random.Next(3) switch
                {
                    0 => Task.CompletedTask,
                    1 when row is DueRow due => pool.PutAsync(due with { At = due.At + Duration.FromMinutes(random.Next(-9, 9)) }),
                    1 when row is WaitingRow waiting => pool.PutAsync(new WaitingRow(waiting.Order with { State = OrderState.OutOfStock, MissingUnits = random.Next(3) })),
                    1 => pool.PutAsync(new StockRow(new StockItem(Sample.Mug, random.Next(4, 9), random.Next(9)))),
                    _ => pool.PutAsync(row),
                });
            }

            var result = await pool.RunAsync(fix: true);

            var orders = (await pool.World.OrdersAsync()).Values;
            Assert.True(result.IsWhole && result.Remaining.Count == 0, $"seed {seed}");
            Assert.Equal(4, (await pool.World.StockAsync(Sample.Mug)).Held);
            Assert.Equal(
                orders.SelectMany(OrderWrite.Rows).Select(row => row.Key.Value).Order(StringComparer.Ordinal),
                (await pool.RowsAsync()).Where(row => row is OrderRow or DueRow or WaitingRow).Select(row => row.Key.Value));
        }
    }
}
