using Microsoft.Extensions.DependencyInjection;
using ShipBy.Application.Reconciling;
using ShipBy.Cli.Real;
using ShipBy.Domain.Stock;

namespace ShipBy.Cli.Reconcile;

/// <summary>Reconciles pool after pool. One whose turn cannot be had does not keep the others from it.</summary>
internal static class ReconcileRun
{
    /// <returns>1 when a drift remains, or when others kept a pool from being looked at.</returns>
    /// <exception cref="CannotStartException">A setting is wrong, or the storage does not answer.</exception>
    public static async Task<int> RunAsync(LedgerPlace place, PoolName? pool, bool fix, ReconcileScreen screen, CancellationToken cancel)
    {
        var pools = PoolChoice.Of(RealSettings.ToConfiguration(place.Settings), pool);
        var done = new List<Reconciliation>();
        await LedgerAccess.UseAsync(place, "Whatever was repaired before is whole and in the journal; run the command again.", async app =>
        {
            foreach (var one in pools)
            {
                done.Add(await app.GetRequiredService<ReconcilePool>().RunAsync(one, fix, fix ? "shipby reconcile --fix" : "shipby reconcile", cancel));
                screen.Show(done[^1], place.Name);
            }

            return done;
        });

        screen.Sum(done, fix);
        foreach (var disturbed in done.Where(one => !one.IsWhole))
        {
            Console.Error.WriteLine($"shipby: Others were at work in the pool {disturbed.Pool} all the time, so nothing is sure about it. Run the command again in a minute.");
        }

        return done.All(one => one.IsWhole && one.Remaining.Count == 0) ? ExitCode.Fine : ExitCode.Wrong;
    }
}
