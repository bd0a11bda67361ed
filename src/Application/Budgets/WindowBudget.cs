using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Budgets;

/// <param name="Limit">Units that all instances together may take in one window. Windows begin at whole multiples of their length.</param>
public sealed record BudgetWindow(string Name, Duration Length, int Limit);

/// <summary>Budgets as rows of the ledger, because instances multiply what a limiter in one process allows.</summary>
/// <remarks>Crash after taking: the units are lost for that window, never taken twice.</remarks>
public sealed class WindowBudget(ILedger ledger)
{
    private const int Patience = 10;

    /// <value>Budgets are shared by all pools; no shop's pool can have this name by accident.</value>
    private static readonly PoolName Pool = PoolName.Parse("-budgets");

    /// <summary>Takes units from every window, or from none.</summary>
    /// <returns>False when one of them has too few left, or too many others take at the same time.</returns>
    public async Task<bool> TryTakeAsync(IReadOnlyList<BudgetWindow> windows, int units, Instant now, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            var commit = new CommitSet();
            foreach (var window in windows)
            {
                var (stored, used) = await UsedAsync(window, now, cancel);
                if (used + units > window.Limit)
                {
                    return false;
                }

                commit.With(Use(window, stored, used + units, now));
            }

            if ((await ledger.TryCommitAsync(Pool, commit, cancel)).IsCommitted)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes as many units as the window has left, at most <paramref name="units"/>.</summary>
    /// <returns>0 when nothing is left; null when too many others take at the same time.</returns>
    public async Task<int?> TakeUpToAsync(BudgetWindow window, int units, Instant now, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            var (stored, used) = await UsedAsync(window, now, cancel);
            var taken = Math.Min(units, window.Limit - used);
            if (taken <= 0)
            {
                return 0;
            }

            if ((await ledger.TryCommitAsync(Pool, new CommitSet().With(Use(window, stored, used + taken, now)), cancel)).IsCommitted)
            {
                return taken;
            }
        }

        return null;
    }

    /// <summary>When the window that <paramref name="now"/> lies in began.</summary>
    public static Instant StartOf(BudgetWindow window, Instant now) =>
        Instant.FromUnixTimeTicks(now.ToUnixTimeTicks() / window.Length.BclCompatibleTicks * window.Length.BclCompatibleTicks);

    private async Task<(Stored? Stored, int Used)> UsedAsync(BudgetWindow window, Instant now, CancellationToken cancel)
    {
        var stored = await ledger.FindAsync(Pool, RowKey.Budget(window.Name), cancel);
        return (stored, stored?.Row is BudgetRow row && row.WindowStart == StartOf(window, now) ? row.Used : 0);
    }

    private static RowChange Use(BudgetWindow window, Stored? stored, int used, Instant now)
    {
        var after = new BudgetRow(window.Name, StartOf(window, now), used);
        return stored is null ? new RowChange.Insert(after) : new RowChange.Replace(after, stored.Version);
    }
}
