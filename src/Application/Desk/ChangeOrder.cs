using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Desk;

/// <summary>Writes down what a person says about an order, decided anew while others change it at the same moment.</summary>
public sealed class ChangeOrder(ILedger ledger, Pools pools, TimeProvider clock, MachineClock machine, Random random)
{
    /// <value>Times it is tried again.</value>
    private const int Patience = 10;

    /// <param name="change">What the order shall be; the same order where nothing is left to write. Pure: it may be asked several times.</param>
    /// <returns>False when there is no such open order, or when it kept changing under us.</returns>
    public async Task<bool> RunAsync(OrderKey order, Func<Instant, Order, Order> change, CancellationToken cancel)
    {
        var pool = pools.OfShop(order.Shop);
        for (var attempt = 0; pool is not null && attempt < Patience; attempt++)
        {
            if (await ledger.FindAsync(pool, RowKey.Order(order), cancel) is not { } stored || !stored.Order().State.IsOpen())
            {
                return false;
            }

            var now = clock.Now();
            var commit = new CommitSet().With([.. OrderWrite.Changes(stored, change(now, stored.Order()).NotedSince(stored.Order(), now))]);
            if (commit.IsEmpty || (await ledger.TryCommitAsync(pool, commit, cancel)).IsCommitted)
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(10, 50) * (attempt + 1)), machine.Time, cancel);
        }

        return false;
    }
}
