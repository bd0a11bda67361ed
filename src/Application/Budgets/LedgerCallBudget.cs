using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;

namespace ShipBy.Application.Budgets;

/// <summary>Marketplace calls of all instances together, second by second.</summary>
public sealed class LedgerCallBudget(WindowBudget windows, TimeProvider clock) : ICallBudget
{
    private static readonly TimeSpan WhenContended = TimeSpan.FromSeconds(1);

    public async ValueTask<CallGrant> TakeAsync(CallLimit limit, int calls, CancellationToken cancel)
    {
        try
        {
            var window = new BudgetWindow($"calls-{limit.Name}", Duration.FromSeconds(1), limit.PerSecond);
            var now = clock.Now();
            return await windows.TakeUpToAsync(window, calls, now, cancel) is { } taken
                ? new CallGrant(taken, (WindowBudget.StartOf(window, now) + window.Length - now).ToTimeSpan())
                : throw new MarketplaceBusyException(WhenContended);
        }
        catch (LedgerUnreachableException)
        {
            throw new MarketplaceBusyException(WhenContended);
        }
    }
}
