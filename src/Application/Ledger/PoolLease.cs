using System.Collections.Concurrent;
using NodaTime;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Ledger;

/// <summary>Lets one instance at a time, and in it one use case at a time, do the bulk work of a pool: reserve, sweep, settle.</summary>
/// <remarks>
/// Measured on the emulator, many deciders on one product cost ten requests an order, one decider for all of them a sixteenth of one. What is single (an
/// acknowledgement, a new order, a mail's next step) needs no turn: its own rows guard it.
/// </remarks>
public sealed class PoolLease(ILedger ledger, MachineClock clock, Random random)
{
    /// <value>How long a holder that says nothing more keeps the others waiting.</value>
    public static Duration Length { get; } = Duration.FromSeconds(10);

    private readonly ConcurrentDictionary<PoolName, SemaphoreSlim> _gates = new();
    private readonly long _me = random.NextInt64();

    /// <summary>Waits until no other use case of this process is at work in the pool. Whether another process is, the turn finds out.</summary>
    public async Task<PoolTurn> EnterAsync(PoolName pool, CancellationToken cancel)
    {
        var gate = _gates.GetOrAdd(pool, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancel);

        return new PoolTurn(ledger, pool, _me, gate, clock.Time, random);
    }
}
