using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;

namespace ShipBy.Application.Desk;

/// <summary>Writes down what a person says about an open order. Saying it twice is saying it once.</summary>
public sealed class TendOrder(ILedger ledger, Pools pools, Ladder ladder, GuardOptions options, TimeProvider clock, MachineClock machine, Random random)
{
    /// <value>Times it is tried again when the order changes at the same moment.</value>
    private const int Patience = 10;

    /// <inheritdoc cref="AttentionPolicy.Acknowledge"/>
    public Task<bool> AcknowledgeAsync(OrderKey order, string by, CancellationToken cancel) => ChangeAsync(
        order, (now, known) => AttentionPolicy.Acknowledge(known, ladder, by, options.QuietAfterAcknowledge is { } time ? Duration.FromTimeSpan(time) : null, now), cancel);

    /// <inheritdoc cref="AttentionPolicy.Snooze"/>
    public Task<bool> SnoozeAsync(OrderKey order, string by, Duration time, CancellationToken cancel) =>
        ChangeAsync(order, (now, known) => AttentionPolicy.Snooze(known, ladder, by, time, now), cancel);

    /// <inheritdoc cref="AttentionPolicy.Assign"/>
    public Task<bool> AssignAsync(OrderKey order, string owner, CancellationToken cancel) =>
        ChangeAsync(order, (_, known) => AttentionPolicy.Assign(known, owner), cancel);

    /// <returns>False when there is no such open order, or when it kept changing under us.</returns>
    private async Task<bool> ChangeAsync(OrderKey order, Func<Instant, Order, Order> change, CancellationToken cancel)
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
