using NodaTime;
using ShipBy.Application.Alerts;
using ShipBy.Application.Budgets;
using ShipBy.Application.Settings;

namespace ShipBy.Application.Doctor;

/// <summary>What each channel may still send.</summary>
public sealed class QuotaProbe(AlertRoutes routes, WindowBudget budget, TimeProvider clock) : IProbe
{
    public Area Area => Area.Quota;

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        var ofWindows = from route in routes.All
                        where !route.Channel.ReachesNobody
                        from window in route.Limits
                        group route.Name by window;
        var findings = new List<Finding>();
        foreach (var window in ofWindows)
        {
            findings.Add(Judge(window.Key, string.Join(", ", window), await budget.LeftAsync(window.Key, now, cancel), now));
        }

        return findings;
    }

    private Finding Judge(BudgetWindow window, string names, int left, Instant now)
    {
        var fact = left <= 0 ? Fact.QuotaUsedUp : left <= window.Reserve ? Fact.QuotaTight : Fact.QuotaSound;
        return new Finding(Area, fact, names) { Count = left, Limit = window.Limit, Time = window.Length, At = WindowBudget.StartOf(window, now) + window.Length };
    }
}
