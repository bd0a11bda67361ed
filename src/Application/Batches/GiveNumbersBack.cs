using ShipBy.Application.Desk;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Waybills;
using ShipBy.Domain.Batches;
using ShipBy.Domain.Shipping.Numbers;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Batches;

/// <summary>Puts numbers of a batch back into the stock whose parcels never left: none of their orders could be shipped.</summary>
public sealed class GiveNumbersBack(ILedger ledger, WaybillStock stock, Pools pools)
{
    private const int Patience = 10;

    /// <returns>How many went back with this call; null when there is no such batch, or others kept changing the stock.</returns>
    public async Task<int?> RunAsync(Guid id, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            if (await ledger.FindAsync(DeskPool.Name, RowKey.Batch(id), cancel) is not { Row: BatchRow { Batch: var batch } } stored)
            {
                return null;
            }

            var (count, changes) = await ChangesAsync(batch, stored.Version, cancel);
            if (count == 0 || (await ledger.TryCommitAsync(DeskPool.Name, new CommitSet().With([.. changes]), cancel)).IsCommitted)
            {
                return count;
            }
        }

        return null;
    }

    private async Task<(int Count, IReadOnlyList<RowChange> Changes)> ChangesAsync(ShipmentBatch batch, string version, CancellationToken cancel)
    {
        var unused = batch.UnusedNumbers.ToHashSet(StringComparer.Ordinal);
        unused.ExceptWith(unused.Count == 0 ? [] : await CarriedAsync(batch, cancel));
        var (back, changes) = (new HashSet<string>(StringComparer.Ordinal), new List<RowChange>());
        var lots = unused.Count == 0 ? [] : (await stock.LotsAsync(KeyRange.Waybills, cancel)).Where(stored => unused.Any(stored.Lot.Has)).ToList();
        foreach (var lot in StoredLot.WhatFits(lots))
        {
            var after = lot.Lot;
            foreach (var number in unused)
            {
                if (WaybillPolicy.GiveBack(after, number) is { } larger && new WaybillRow(larger).Weight <= CommitSet.MaxRowWeight)
                {
                    after = larger;
                    back.Add(number);
                }
            }

            changes.AddRange(lot.Changes(after));
        }

        var items = batch.Items.Select(item => item.TrackingNumber is { } number && back.Contains(number) ? item with { IsGivenBack = true } : item);
        return (back.Count, [new RowChange.Replace(new BatchRow(batch with { Items = [.. items] }), version), .. changes]);
    }

    /// <summary>Numbers that the batch's orders have after all: somebody told of them otherwise.</summary>
    private async Task<IEnumerable<string>> CarriedAsync(ShipmentBatch batch, CancellationToken cancel)
    {
        var carried = new List<string?>();
        foreach (var ofPool in batch.Items.Where(item => pools.OfShop(item.Order.Shop) is not null).GroupBy(item => pools.OfShop(item.Order.Shop)!))
        {
            carried.AddRange((await ledger.OrdersAsync(ofPool.Key, [.. ofPool.Select(item => item.Order)], cancel)).Values.Select(stored => stored.Order()).SelectMany(order => new[] { order.TrackingNumber, order.Instruction?.Ship?.TrackingNumber }));
        }

        return carried.OfType<string>().Select(TrackingSeries.Bare);
    }
}
