using Microsoft.Azure.Functions.Worker.Local.Timers;

namespace ShipBy.AzureSdk.Tests.Worker.Fakes;

/// <summary>One lease that ends by the clock unless it is renewed.</summary>
internal sealed class FakeLock(TimeProvider clock) : ISingletonLock
{
    private readonly Lock _gate = new();
    private TimeSpan _period;
    private DateTimeOffset _end;
    private int _number;

    public string? Holder { get; private set; }

    /// <value>Storage does not answer at all.</value>
    public bool IsAway { get; set; }

    public int Renewals { get; private set; }

    /// <summary>Somebody else has it from now on.</summary>
    public void Steal() => (Holder, _end) = ("somebody else", DateTimeOffset.MaxValue);

    public Task<string?> TryAcquireAsync(string name, TimeSpan period, CancellationToken cancel) => Answer(() =>
    {
        if (Holder is not null && clock.GetUtcNow() < _end)
        {
            return null;
        }

        (_period, _end) = (period, clock.GetUtcNow() + period);
        return Holder = $"lease {++_number}";
    });

    public Task<bool> RenewAsync(string name, string lease, CancellationToken cancel) => Answer(() =>
    {
        Renewals++;
        if (Holder != lease)
        {
            return false;
        }

        _end = clock.GetUtcNow() + _period;
        return true;
    });

    public Task ReleaseAsync(string name, string lease, CancellationToken cancel) => Answer(() => Holder = Holder == lease ? null : Holder);

    private Task<T> Answer<T>(Func<T> answer)
    {
        lock (_gate)
        {
            return IsAway ? Task.FromException<T>(new IOException("storage is away")) : Task.FromResult(answer());
        }
    }
}
