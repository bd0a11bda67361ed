using ShipBy.Application.Ledger;

namespace ShipBy.Application.Intake;

/// <summary>Gathers what comes while work is under way, so that the next turn takes all of it at once: under load a commit serves many, and a lone one waits for nobody.</summary>
/// <param name="most">Items of one turn.</param>
/// <param name="work">Takes items of different keys; true for all of them, or false when it has to be said again. Where it throws, each is tried alone.</param>
internal sealed class Gathering<TItem, TKey>(int most, Func<TItem, TKey> keyOf, Func<IReadOnlyList<TItem>, Task<bool>> work)
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly List<Waiting> _waiting = [];
    private bool _isAtWork;

    /// <summary>Comes back once the item's turn is over, with what the work said, or threw, for it.</summary>
    public Task<bool> AddAsync(TItem item)
    {
        var one = new Waiting(item, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_gate)
        {
            _waiting.Add(one);
            if (_isAtWork)
            {
                return one.Done.Task;
            }

            _isAtWork = true;
        }

        _ = WorkAsync();
        return one.Done.Task;
    }

    private async Task WorkAsync()
    {
        while (Next() is { Count: > 0 } some)
        {
            await TurnAsync(some);
        }
    }

    /// <summary>The first of each key: what was said later about the same has to wait for it.</summary>
    private List<Waiting> Next()
    {
        lock (_gate)
        {
            var some = _waiting.DistinctBy(one => keyOf(one.Item)).Take(most).ToList();
            _waiting.RemoveAll(some.Contains);
            _isAtWork = some.Count > 0;
            return some;
        }
    }

    private async Task TurnAsync(IReadOnlyList<Waiting> some)
    {
        try
        {
            var answer = await work([.. some.Select(one => one.Item)]);
            foreach (var one in some)
            {
                one.Done.SetResult(answer);
            }
        }
        catch (Exception failure) when (some.Count > 1 && failure is not LedgerUnreachableException)
        {
            // One bad item must not fail the others; a ledger that gives no answer gives none to each of them either.
            foreach (var one in some)
            {
                await TurnAsync([one]);
            }
        }
        catch (Exception failure)
        {
            foreach (var one in some)
            {
                one.Done.SetException(failure);
            }
        }
    }

    private sealed record Waiting(TItem Item, TaskCompletionSource<bool> Done);
}
