using System.Collections.Concurrent;
using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces;

/// <summary>Counts the calls of this process alone. Right for a single instance and for tests; several instances need the ledger's budget.</summary>
public sealed class InProcessCallBudget(TimeProvider time) : ICallBudget
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (long Second, int Taken)> _windows = new(StringComparer.Ordinal);

    public ValueTask<CallGrant> TakeAsync(CallLimit limit, int calls, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcTicks;
        var second = now / Second.Ticks;
        var given = 0;
        _windows.AddOrUpdate(
            limit.Name,
            _ => (second, given = Math.Min(calls, limit.PerSecond)),
            (_, window) =>
            {
                var taken = window.Second == second ? window.Taken : 0;
                given = Math.Clamp(limit.PerSecond - taken, 0, calls);
                return (second, taken + given);
            });

        return ValueTask.FromResult(new CallGrant(given, new TimeSpan(((second + 1) * Second.Ticks) - now)));
    }
}
