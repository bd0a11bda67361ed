using NodaTime;
using ShipBy.Application.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Application.Shipping;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Batches;

/// <summary>Starts batches and carries them on, whoever broke off: each order is noted in its own row, where noting it twice is noting it once.</summary>
public sealed class ShipBatch(ILedger ledger, Pools pools, InstructOrder instructOrder, TimeProvider clock)
{
    /// <value>Orders between two writings of how far it has come.</value>
    private const int AtOnce = 10;

    private static readonly Duration KeptFor = Duration.FromDays(30);

    /// <value>More batches than anybody starts in the time that they are kept.</value>
    private const int MostListed = 1_000;

    /// <value>Old batches that are forgotten with one start.</value>
    private const int ForgottenAtOnce = 20;

    /// <summary>Writes a batch down, in one commit with the numbers that it takes out of the stock. Starting the same one again changes nothing.</summary>
    /// <param name="planned">One that has no trouble with its numbers.</param>
    /// <returns>False when it is empty, its numbers are in trouble, or another batch was started since it was planned: plan again.</returns>
    public async Task<bool> StartAsync(Guid id, BatchWish wish, PlannedBatch planned, string by, CancellationToken cancel)
    {
        var plan = planned.Plan;
        if (plan.Trouble is not null || plan.Orders is 0 or > ShipmentBatch.MostItems)
        {
            return false;
        }

        var items = plan.Parcels.SelectMany(parcel => parcel.Orders.Select((order, index) => new BatchItem(order.Key, parcel.TrackingNumber)
        {
            Joins = index == 0 ? null : parcel.Orders[0].Key,
            IsFromStock = wish.FromStock && !parcel.Orders.Any(one => wish.Typed.ContainsKey(one.Key)),
        }));
        var batch = new ShipmentBatch(id, clock.Now(), by, wish.Carrier, wish.IsHandedOver, [.. items]);
        RowChange fence = planned.Fence is { } before ? new RowChange.Replace(new StartsRow(id), before.Version) : new RowChange.Insert(new StartsRow(id));
        await ledger.TryCommitAsync(DeskPool.Name, new CommitSet().With([new RowChange.Insert(new BatchRow(batch)), new RowChange.Insert(new UnfinishedRow(id, batch.StartedAt, batch.Items.Count)), fence, .. planned.Lots, .. await ForgetOldAsync(cancel)]), cancel);
        return await FindAsync(id, cancel) is not null;
    }

    /// <summary>What every start writes; null: none was ever started.</summary>
    internal Task<Stored?> FenceAsync(CancellationToken cancel) => ledger.FindAsync(DeskPool.Name, RowKey.Starts, cancel);

    /// <remarks>What it did stands in the orders themselves.</remarks>
    private async Task<IEnumerable<RowChange>> ForgetOldAsync(CancellationToken cancel) =>
        (from stored in await ledger.RangeAsync(DeskPool.Name, KeyRange.Batches, MostListed, cancel)
         where stored.Row is BatchRow { Batch: { IsUnfinished: false } batch } && clock.Now() - batch.StartedAt > KeptFor
         select new RowChange.Delete(stored.Row.Key, stored.Version)).Take(ForgottenAtOnce);

    /// <summary>Notes what is left of a batch. Whoever else is at it as well does no harm.</summary>
    /// <returns>The batch as it is then; null when there is none.</returns>
    public async Task<ShipmentBatch?> CarryOnAsync(Guid id, CancellationToken cancel)
    {
        while (await ledger.FindAsync(DeskPool.Name, RowKey.Batch(id), cancel) is { Row: BatchRow row } stored)
        {
            if (!row.Batch.IsUnfinished)
            {
                return row.Batch;
            }

            var done = new Dictionary<int, BatchItem>();
            foreach (var (index, item) in row.Batch.Items.Index().Where(one => one.Item.State == BatchItemState.Waiting).Take(AtOnce))
            {
                var wanted = BatchPolicy.AskOf(row.Batch.Carrier, item.TrackingNumber, row.Batch.IsHandedOver, row.Batch.By, clock.Now(), await BesideAsync(row.Batch, index, done, cancel));
                var flaw = await instructOrder.RunAsync(item.Order, wanted, anyway: false, cancel, unless: order => BatchPolicy.ToldSince(order, wanted));
                if (flaw != AskFlaw.Contested)      // the next one who looks asks again
                {
                    done[index] = item with { State = flaw is null ? BatchItemState.Noted : BatchItemState.Refused, Flaw = flaw };
                }
            }

            if (done.Count == 0)
            {
                return row.Batch;
            }

            var after = row.Batch with { Items = [.. row.Batch.Items.Select((item, index) => done.GetValueOrDefault(index, item))] };
            await ledger.TryCommitAsync(DeskPool.Name, new CommitSet().With([new RowChange.Replace(new BatchRow(after), stored.Version), .. await FinishedAsync(after, cancel)]), cancel);
        }

        return null;
    }

    /// <summary>Once nothing of it waits any more, the first page need not speak of it.</summary>
    private async Task<IEnumerable<RowChange>> FinishedAsync(ShipmentBatch batch, CancellationToken cancel) =>
        !batch.IsUnfinished && await ledger.FindAsync(DeskPool.Name, RowKey.Unfinished(batch.Id), cancel) is { } mark ? [new RowChange.Delete(mark.Row.Key, mark.Version)] : [];

    private async Task<IEnumerable<Order>> BesideAsync(ShipmentBatch batch, int index, IReadOnlyDictionary<int, BatchItem> done, CancellationToken cancel)
    {
        var now = batch with { Items = [.. batch.Items.Select((item, at) => done.GetValueOrDefault(at, item))] };
        return now.BesideBefore(index).ToList() is { Count: > 0 } others && pools.OfShop(others[0].Shop) is { } pool
            ? (await ledger.OrdersAsync(pool, others, cancel)).Values.Select(stored => stored.Order())
            : [];
    }

    public async Task<ShipmentBatch?> FindAsync(Guid id, CancellationToken cancel) =>
        (await ledger.FindAsync(DeskPool.Name, RowKey.Batch(id), cancel))?.Row is BatchRow row ? row.Batch : null;

    /// <returns>The latest first.</returns>
    public async Task<IReadOnlyList<ShipmentBatch>> AllAsync(CancellationToken cancel) =>
        [.. (await ledger.RangeAsync(DeskPool.Name, KeyRange.Batches, MostListed, cancel)).Select(stored => ((BatchRow)stored.Row).Batch).OrderByDescending(batch => batch.StartedAt)];
}
