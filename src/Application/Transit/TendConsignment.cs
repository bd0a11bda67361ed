using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using ShipBy.Domain.Transit;

namespace ShipBy.Application.Transit;

/// <summary>Writes down what a person says about a parcel on its way. Saying it twice is saying it once.</summary>
public sealed class TendConsignment(ILedger ledger, Pools pools, TimeProvider clock)
{
    /// <value>Times it is tried again when the parcel moves at the same moment.</value>
    private const int Patience = 10;

    /// <inheritdoc cref="ConsignmentPolicy.Acknowledge"/>
    /// <returns>False when no such parcel is on its way.</returns>
    public Task<bool> AcknowledgeAsync(OrderKey order, string by, CancellationToken cancel) =>
        ChangeAsync(order, pools.OfShop(order.Shop), (parcel, now) => ConsignmentPolicy.Acknowledge(parcel, by, pools.TransitRulesOf(order.Shop), now), cancel);

    /// <summary>The parcel is settled, however it went: nobody asks about it any more.</summary>
    /// <param name="pool">Null where there is no such shop.</param>
    /// <returns>False when no such parcel is on its way.</returns>
    public Task<bool> SettleAsync(OrderKey order, PoolName? pool, CancellationToken cancel) => ChangeAsync(order, pool, (_, _) => null, cancel);

    /// <inheritdoc cref="SettleAsync(OrderKey, PoolName?, CancellationToken)"/>
    public Task<bool> SettleAsync(OrderKey order, CancellationToken cancel) => SettleAsync(order, pools.OfShop(order.Shop), cancel);

    private async Task<bool> ChangeAsync(OrderKey order, PoolName? pool, Func<Consignment, Instant, Consignment?> change, CancellationToken cancel)
    {
        for (var attempt = 0; pool is not null && attempt < Patience; attempt++)
        {
            if (await ledger.FindAsync(pool, RowKey.Consignment(order), cancel) is not { } stored)
            {
                return false;
            }

            var commit = new CommitSet().With([.. ConsignmentWrite.Changes(stored, change(stored.Consignment(), clock.Now()))]);
            if (commit.IsEmpty || (await ledger.TryCommitAsync(pool, commit, cancel)).IsCommitted)
            {
                return true;
            }
        }

        return false;
    }
}
