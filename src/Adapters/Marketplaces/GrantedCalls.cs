using ShipBy.Application.Marketplaces;

namespace ShipBy.Adapters.Marketplaces;

/// <summary>
/// Takes calls from the shared budget by the handful and spends them one by one, so that asking costs a fraction of a storage request a call.
/// </summary>
/// <remarks>A grant ends with its second: calls are not saved up, because saved calls of many instances would come in one burst.</remarks>
public sealed class GrantedCalls(ICallBudget budget, CallLimit limit, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private int _left;
    private DateTimeOffset _ends;

    /// <value>Calls asked for at a time: half a second's worth, so that two instances both get on.</value>
    private int Handful => Math.Max(1, (limit.PerSecond + 1) / 2);

    /// <summary>Returns once one call may be made. Callers are let through one after the other.</summary>
    public async ValueTask WaitForOneAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            while (_left == 0 || time.GetUtcNow() >= _ends)
            {
                var grant = await budget.TakeAsync(limit, Handful, cancel);
                (_left, _ends) = (grant.Calls, time.GetUtcNow() + grant.EndsIn);
                if (grant.Calls == 0)
                    await Task.Delay(grant.EndsIn > TimeSpan.Zero ? grant.EndsIn : TimeSpan.FromMilliseconds(1), time, cancel);
            }

            _left--;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
