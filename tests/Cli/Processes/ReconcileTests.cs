using Azure.Data.Tables;
using ShipBy.Adapters.Tables;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Storage;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>The real program on a storage account whose rows a test wrote: what it says, what it repairs, how it ends.</summary>
public sealed class ReconcileTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly Order Held = Sample.Order with { State = OrderState.Held, HeldAt = Sample.Noon };
    private static readonly Order OutOfStock = Sample.Order with { Key = new OrderKey("shop", "P-2"), State = OrderState.OutOfStock, MissingUnits = 2 };

    private readonly ShipByProcess _shipby = new();
    private readonly PoolName _pool = PoolName.Parse($"p{Guid.NewGuid():N}"[..20]);
    private readonly TableLedger _ledger = new(new TableServiceClient(azurite.ConnectionString).GetTableClient("ledger"));

    public void Dispose() => _shipby.Dispose();

    [Fact]
    public async Task ALedgerThatFollowsFromItsOrders_HasNoDrift()
    {
        await WriteAsync([.. OrderWrite.Rows(Held), .. OrderWrite.Rows(OutOfStock), Stock(onHand: 3, held: 2)]);

        var outcome = await ReconcileAsync();

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal([$"Pool {_pool} in the storage account of the settings: 2 orders, 1 products", "0 drifts, 0 repaired"], Lines(outcome));
    }

    [Fact]
    public async Task Drifts_AreListed_AndStay_UntilFixIsGiven()
    {
        await WriteAsync([new OrderRow(Held), .. OrderWrite.Rows(OutOfStock), Stock(onHand: 3, held: 3), new DueRow(Sample.Noon, new OrderKey("shop", "gone"))]);

        var dry = await ReconcileAsync();

        Assert.Equal((1, ""), (dry.ExitCode, dry.Error));
        Assert.Equal(
            [
                "held units MUG-1 3 held, 0 free 2 held, 1 free no",
                "due row missing shop 0100200300-0007-1 none 2026-03-02 18:00:00Z no",
                "due row left over shop gone 2026-03-02 12:00:00Z none no",
                "Nothing was changed; run again with --fix to repair.",
                "3 drifts, 0 repaired",
            ],
            Lines(dry)[2..]);
        Assert.Empty(await JournalAsync());

        var repair = await ReconcileAsync("--fix");

        Assert.Equal((0, "3 drifts, 3 repaired"), (repair.ExitCode, Lines(repair)[^1]));
        Assert.Equal("due row left over shop gone 2026-03-02 12:00:00Z none yes", Lines(repair)[^2]);
        Assert.StartsWith("shipby reconcile --fix: held units of MUG-1: found 3 held, 0 free, wrote 2 held, 1 free; due row missing of", Assert.Single(await JournalAsync()), StringComparison.Ordinal);
        Assert.Equal("0 drifts, 0 repaired", Lines(await ReconcileAsync())[^1]);
    }

    [Fact]
    public async Task WhatIsOversold_IsSaidAloud_WithWhatToDo_AndFailsEvenWithFix()
    {
        await WriteAsync([.. OrderWrite.Rows(Held), Stock(onHand: 1, held: 2)]);

        var outcome = await ReconcileAsync("--fix");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            [
                "OVERSOLD MUG-1 1 on hand 2 held, -1 free cannot be",
                "! MUG-1: 1 more promised than there are. Count it on the shelf; if they really lack, bring stock in time or cancel what came last: 0100200300-0007-1.",
                "1 drifts, 0 repaired",
            ],
            Lines(outcome)[2..]);
    }

    [Fact]
    public async Task APoolThatNoShopSellsFrom_IsOneLine()
    {
        var outcome = await ReconcileAsync("--pool", "mian");

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Equal($"shipby: No shop of the settings sells from the pool mian. Give --pool one of these: {_pool}.", outcome.Error.TrimEnd());
    }

    private Task<ShipByProcess.Outcome> ReconcileAsync(params string[] options) => _shipby.RunAsync(
        ["reconcile", .. options], new Dictionary<string, string> { ["AzureWebJobsStorage"] = azurite.ConnectionString, ["Shops__tea__Pool"] = _pool.Value });

    /// <summary>The lines of a pipe, their columns parted by one space.</summary>
    private static string[] Lines(ShipByProcess.Outcome outcome) =>
        [.. outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private async Task WriteAsync(params LedgerRow[] rows) =>
        Assert.True((await _ledger.TryCommitAsync(_pool, new CommitSet().With([.. rows.Select(row => new RowChange.Insert(row))]), default)).IsCommitted);

    private async Task<IReadOnlyList<string>> JournalAsync() =>
        [.. (await _ledger.RangeAsync(_pool, KeyRange.Journal, 100, default)).Select(stored => ((JournalRow)stored.Row).What)];

    private static StockRow Stock(int onHand, int held) => new(new StockItem(Sample.Mug, onHand, held));
}
