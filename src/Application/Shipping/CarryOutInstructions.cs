using Microsoft.Extensions.Logging;
using ShipBy.Application.Doorbell;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Shipping;

/// <summary>Says to the marketplaces what is due to be said about orders: packed, shipped, cancelled. One range read tells whether there is anything.</summary>
public sealed class CarryOutInstructions(ILedger ledger, Channels channels, ShopErrands errands, IDoorbell doorbell, TimeProvider clock, ILogger<CarryOutInstructions> log)
{
    /// <value>Orders of one run; the rest comes with the next, so that a large batch keeps nobody else waiting for long.</value>
    private const int AtOnce = 400;

    public async Task RunAsync(PoolName pool, CancellationToken cancel)
    {
        var shops = channels.Of<IShippingChannel>(pool).ToList();
        if (shops.Count == 0)
        {
            return;
        }

        var due = await ledger.RangeAsync(pool, KeyRange.InstructionsBy(clock.Now()), AtOnce, cancel);
        if (due.Count == 0)
        {
            return;
        }

        var orders = await ledger.OrdersAsync(pool, [.. due.Select(stored => ((InstructionRow)stored.Row).Order).Distinct()], cancel);
        await ForgetLeftoversAsync(pool, due, orders, cancel);
        var said = await Task.WhenAll(shops.Select(shop => errands.RunAsync(shop, [.. orders.Values.Where(stored => stored.Order().Key.Shop == shop.Shop.Name)], cancel)));
        if (said.Any(one => one.HasNews))
        {
            await doorbell.RingAsync(Bell.DeadlineWarnings, pool, cancel);
        }

        GuardLog.CarriedOut(log, pool.Value, said.Sum(one => one.Told), said.Sum(one => one.Completed), said.Sum(one => one.Refused));
    }

    /// <remarks>A row that its order does not know of would be met for ever.</remarks>
    private async Task ForgetLeftoversAsync(PoolName pool, IReadOnlyList<Stored> due, IReadOnlyDictionary<OrderKey, Stored> orders, CancellationToken cancel)
    {
        RowChange[] leftovers = [.. due.Where(stored => !Knows(orders.GetValueOrDefault(((InstructionRow)stored.Row).Order)?.Order(), stored.Row.Key)).Select(stored => new RowChange.Delete(stored.Row.Key, stored.Version))];
        foreach (var some in leftovers.Chunk(CommitSet.MaxRows))
        {
            await ledger.TryCommitAsync(pool, new CommitSet().With(some), cancel);
        }
    }

    private static bool Knows(Order? order, RowKey row) => order?.Instruction?.LookAt is { } at && RowKey.Instruction(at, order.Key) == row;
}
