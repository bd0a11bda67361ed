using Azure;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using ShipBy.Adapters.Storage;
using ShipBy.Application;
using ShipBy.Application.Ledger;
using ShipBy.Application.Reconciling;
using ShipBy.Application.Settings;
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
        try
        {
            await using var app = Services(place);
            foreach (var one in pools)
            {
                done.Add(await app.GetRequiredService<ReconcilePool>().RunAsync(one, fix, fix ? "shipby reconcile --fix" : "shipby reconcile", cancel));
                screen.Show(done[^1], place.Name);
            }
        }
        catch (FormatException malformed)
        {
            throw new CannotStartException("AzureWebJobsStorage is no connection string. Copy it again from the storage account's page 'Access keys'.", malformed);
        }
        catch (RequestFailedException refused) when (refused.Status is 401 or 403)
        {
            throw new CannotStartException("The storage account does not let us in. Check AzureWebJobsStorage, or the roles of the identity that is used.", refused);
        }
        catch (Exception away) when (away is RequestFailedException or AggregateException or LedgerUnreachableException or IOException or AuthenticationFailedException)
        {
            throw new CannotStartException($"The ledger in {place.Name} gave no answer. Whatever was repaired before is whole and in the journal; run the command again.", away);
        }

        screen.Sum(done, fix);
        foreach (var disturbed in done.Where(one => !one.IsWhole))
        {
            Console.Error.WriteLine($"shipby: Others were at work in the pool {disturbed.Pool} all the time, so nothing is sure about it. Run the command again in a minute.");
        }

        return done.All(one => one.IsWhole && one.Remaining.Count == 0) ? ExitCode.Fine : ExitCode.Wrong;
    }

    private static ServiceProvider Services(LedgerPlace place) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(new MachineClock(TimeProvider.System))
        .AddStorage(RealSettings.ToConfiguration(place.Settings))
        .AddGuard()
        .BuildServiceProvider();
}
