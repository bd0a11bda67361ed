using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.Budgets;

/// <param name="Limit">Units that all instances together may take in one window. Windows begin at whole multiples of their length.</param>
/// <param name="Reserve">Of these, units that only the pressing may take.</param>
public sealed record BudgetWindow(string Name, Duration Length, int Limit, int Reserve = 0);

/// <summary>What became of a wish for units.</summary>
/// <param name="IsTight">Whether nothing but the reserve is left behind it.</param>
public readonly record struct BudgetAnswer(bool IsTaken, bool IsTight);

/// <summary>Budgets as rows of the ledger, because instances multiply what a limiter in one process allows.</summary>
/// <remarks>Crash after taking: the units are lost for that window, never taken twice.</remarks>
public sealed class WindowBudget(ILedger ledger)
{
    private const int Patience = 10;

    /// <value>Budgets are shared by all pools; no shop's pool can have this name by accident.</value>
    private static readonly PoolName Pool = PoolName.Parse("-budgets");

    /// <summary>Takes one unit from every window, or from none.</summary>
    /// <param name="isPressing">Whether it may use the reserve.</param>
    /// <returns>Not taken when one of them has too few left, or too many others take at the same time.</returns>
    public async Task<BudgetAnswer> TryTakeAsync(IReadOnlyList<BudgetWindow> windows, bool isPressing, Instant now, CancellationToken cancel)
    {
        if (windows.Count == 0)
        {
            return new BudgetAnswer(IsTaken: true, IsTight: false);
        }

        for (var attempt = 0; attempt < Patience; attempt++)
        {
            var (commit, isTight) = (new CommitSet(), false);
            foreach (var window in windows)
            {
                var (stored, used) = await UsedAsync(window, now, cancel);
                if (used + 1 > window.Limit - (isPressing ? 0 : window.Reserve))
                {
                    return default;
                }

                isTight |= used + 1 >= window.Limit - window.Reserve;
                commit.With(Use(window, stored, used + 1, now));
            }

            if ((await ledger.TryCommitAsync(Pool, commit, cancel)).IsCommitted)
            {
                return new BudgetAnswer(IsTaken: true, isTight);
            }
        }

        return default;
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

    /// <summary>Units that the running window has left, the reserve among them. Takes none.</summary>
    public async Task<int> LeftAsync(BudgetWindow window, Instant now, CancellationToken cancel) => window.Limit - (await UsedAsync(window, now, cancel)).Used;

    /// <summary>When the window that <paramref name="now"/> lies in began.</summary>
    public static Instant StartOf(BudgetWindow window, Instant now) => StartOf(window.Length, now);

    /// <inheritdoc cref="StartOf(BudgetWindow, Instant)"/>
    public static Instant StartOf(Duration length, Instant now) =>
        Instant.FromUnixTimeTicks(now.ToUnixTimeTicks() / length.BclCompatibleTicks * length.BclCompatibleTicks);

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
