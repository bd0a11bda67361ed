using ShipBy.Application.Ledger;
using ShipBy.Application.Reconciling;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.TestKit;
using ShipBy.TestKit.Worlds;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Tests.Reconciling;

/// <summary>A pool that the use cases filled (P-1 and P-2 held, P-3 short, P-4 not looked at), and whose rows a test changes past them.</summary>
internal sealed class DriftingPool
{
    public const string Command = "shipby reconcile --fix";

    private static readonly KeyRange Everything = new("a", "~");

    public World World { get; } = new();

    public static async Task<DriftingPool> FillAsync()
    {
        var pool = new DriftingPool();
        pool.World.Marketplace.Present[Sample.Mug] = 5;
        pool.World.Marketplace.Show(Posting("P-1"), Posting("P-2"), Posting("P-3"));
        await pool.World.RoundAsync();
        pool.World.Marketplace.Show(Posting("P-4"));
        await pool.World.Poll.RunAsync(default);
        await pool.DropAsync(RowKey.Lease);     // free by whatever machine clock a test chooses
        return pool;
    }

    public static Posting Posting(string number) => Sample.Posting with { Key = Sample.Posting.Key with { Number = number } };

    public Task<Reconciliation> RunAsync(bool fix) => World.Of<ReconcilePool>().RunAsync(Sample.Pool, fix, Command, default);

    public async Task PlantAsync(string drift)
    {
        switch (drift)
        {
            case "held too many": await HoldAsync(5); break;
            case "held too few": await HoldAsync(0); break;
            case "no stock row": await DropAsync(RowKey.Stock(Sample.Mug)); break;
            case "due missing": await DropAsync((await DueAsync("P-1")).Key); break;
            case "due left over": await PutAsync(new DueRow(Sample.Noon, new OrderKey("shop", "gone"))); break;
            case "due misplaced":
                var due = await DueAsync("P-2");
                await DropAsync(due.Key);
                await PutAsync(due with { At = due.At + NodaTime.Duration.FromTicks(1) });
                break;
            case "waiting missing": await DropAsync(RowKey.Waiting(await World.OrderAsync("P-4"))); break;
            case "waiting left over": await PutAsync(new WaitingRow(await World.OrderAsync("P-1") with { State = OrderState.Pending })); break;
            case "waiting misplaced":
                await DropAsync(RowKey.Waiting(await World.OrderAsync("P-3")));
                await PutAsync(new WaitingRow(await World.OrderAsync("P-3") with { State = OrderState.Pending }));
                break;
            case "waiting differs": await ReplaceAsync(new WaitingRow(await World.OrderAsync("P-4") with { MissingUnits = 7 })); break;
            default: throw new ArgumentOutOfRangeException(nameof(drift));
        }
    }

    /// <summary>All rows but the lease and the journal.</summary>
    public async Task<IReadOnlyList<LedgerRow>> RowsAsync() =>
        [.. (await World.Ledger.RangeAsync(Sample.Pool, Everything, int.MaxValue, default)).Select(stored => stored.Row).Where(row => row is not (LeaseRow or JournalRow))];

    public async Task<IReadOnlyList<string>> JournalAsync() =>
        [.. (await World.Ledger.RangeAsync(Sample.Pool, KeyRange.Journal, 100, default)).Select(stored => ((JournalRow)stored.Row).What)];

    public Task HoldAsync(int units) => ReplaceAsync(new StockRow(new StockItem(Sample.Mug, OnHand: 5, Held: units)));

    public Task PutAsync(LedgerRow row) => CommitAsync(new RowChange.Insert(row));

    public Task DropAsync(RowKey key) => CommitAsync(new RowChange.Delete(key));

    public Task ReplaceAsync(LedgerRow row) => CommitAsync(new RowChange.Replace(row, Version: null));

    private async Task<DueRow> DueAsync(string number) => new((await World.OrderAsync(number)).LookAt!.Value, (await World.OrderAsync(number)).Key);

    private async Task CommitAsync(RowChange change) =>
        Assert.True((await World.Ledger.TryCommitAsync(Sample.Pool, new CommitSet().With(change), default)).IsCommitted);
}
