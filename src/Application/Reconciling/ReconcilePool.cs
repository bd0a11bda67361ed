using ShipBy.Application.Doorbell;
using ShipBy.Application.Ledger;
using ShipBy.Application.Settings;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Reconciling;

/// <summary>Recomputes from a pool's orders what else the ledger says of them, on a live app, and repairs what drifted if it is asked to.</summary>
/// <remarks>
/// The pool's turn keeps everybody away who moves stock or index rows. An acknowledgement may still change an order: then its repair is refused, and looked at again.
/// </remarks>
public sealed class ReconcilePool(ILedger ledger, PoolLease lease, IDoorbell doorbell, TimeProvider clock, Random random)
{
    /// <value>Looks at the pool before it is left to a later run; a repair needs two, the second to see that nothing is left.</value>
    private const int Patience = 8;

    /// <param name="fix">Without it nothing is written but the lease.</param>
    /// <param name="by">The command, for the journal.</param>
    public async Task<Reconciliation> RunAsync(PoolName pool, bool fix, string by, CancellationToken cancel)
    {
        await using var turn = await lease.EnterAsync(pool, cancel);
        var reader = new PoolReader(ledger, pool, turn);
        var result = Reconciliation.NotLooked(pool);
        for (var look = 0; look < Patience && await turn.WaitAsync(cancel); look++)
        {
            var repaired = Array.Empty<Drift>();
            if (await reader.ReadAsync(cancel) is { } reading)
            {
                var findings = ReconcilePolicy.Decide(reading);
                repaired = fix ? await RepairAsync(pool, turn, findings, by, cancel) : [];
                result = result.After(reading, findings, repaired);
                var isDone = !reading.IsBlurred && !(fix && findings.Any(finding => finding.IsRepairable));
                if (isDone && (await turn.TryCommitAsync(new CommitSet(), more: false, cancel)).IsCommitted)
                {
                    return result with { IsWhole = true };
                }
            }

            if (repaired.Length == 0 && !await turn.PauseAsync(cancel))
            {
                break;
            }
        }

        return result;
    }

    /// <returns>What took effect. The first refusal ends it: look again.</returns>
    private async Task<Drift[]> RepairAsync(PoolName pool, PoolTurn turn, IReadOnlyList<Finding> findings, string by, CancellationToken cancel)
    {
        var repaired = new List<Drift>();
        foreach (var repair in RepairCommit.Pack(findings))
        {
            if (!(await turn.TryCommitAsync(repair.ToSet(clock.Now(), NewId(), by), more: true, cancel)).IsCommitted)
            {
                break;
            }

            repaired.AddRange(repair.Drifts);
        }

        if (repaired.Count > 0)
        {
            await doorbell.RingAsync(Bell.ReserveStock, pool, cancel);      // units may have come free, and waiting orders into sight
        }

        return [.. repaired];
    }

    private Guid NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}

/// <summary>What a reconciliation found and did.</summary>
/// <param name="Orders">Orders that were looked at, closed ones included.</param>
/// <param name="Remaining">Drifts that the last look found and that were not repaired.</param>
/// <param name="IsWhole">Whether the last look was undisturbed from its first row to its last. Otherwise others were at work: run it again.</param>
public sealed record Reconciliation(PoolName Pool, int Orders, int Products, IReadOnlyList<Drift> Repaired, IReadOnlyList<Finding> Remaining, bool IsWhole)
{
    public static Reconciliation NotLooked(PoolName pool) => new(pool, 0, 0, [], [], IsWhole: false);

    public Reconciliation After(PoolReading reading, IReadOnlyList<Finding> findings, IReadOnlyList<Drift> repaired) => this with
    {
        Orders = reading.Orders.Count,
        Products = reading.Stock.Count,
        Repaired = [.. Repaired, .. repaired],
        Remaining = [.. findings.Where(finding => !repaired.Contains(finding.Drift))],
    };
}
