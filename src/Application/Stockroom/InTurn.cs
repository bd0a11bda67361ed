using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Stockroom;

/// <summary>Writes that move stock for a person who waits for them.</summary>
internal static class InTurn
{
    private const int Patience = 8;

    /// <summary>Tries in the pool's turn, until the ledger takes what was decided.</summary>
    /// <param name="attempt">Reads, decides and commits; says whether nothing is left to do.</param>
    /// <returns>False when others kept the pool, or kept changing the same rows.</returns>
    public static async Task<bool> TryAsync(PoolLease lease, PoolName pool, Func<PoolTurn, Task<bool>> attempt, CancellationToken cancel)
    {
        await using var turn = await lease.EnterAsync(pool, cancel);
        for (var tried = 0; tried < Patience; tried++)
        {
            if (!await turn.WaitAsync(cancel))
            {
                return false;
            }

            if (await attempt(turn))
            {
                return true;
            }

            if (!await turn.PauseAsync(cancel))
            {
                return false;
            }
        }

        return false;
    }
}
