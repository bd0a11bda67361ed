namespace Microsoft.Azure.Functions.Worker.Local.Hosting;

/// <summary>The three steps in which a host ends: no new work, work asked to end, nothing may be settled any more.</summary>
internal sealed class DriverLife : IDisposable
{
    private readonly CancellationTokenSource _polling = new();
    private readonly CancellationTokenSource _execution = new();
    private readonly CancellationTokenSource _settling = new();

    /// <value>Cancelled when nothing new may be taken up.</value>
    public CancellationToken Polling => _polling.Token;

    /// <value>The token that functions see.</value>
    public CancellationToken Execution => _execution.Token;

    /// <value>Guards the calls that settle a message; cancelled only when a stop is cut short.</value>
    public CancellationToken Settling => _settling.Token;

    public bool Ready { get; set; }

    public bool Draining { get; private set; }

    /// <summary>Takes up nothing new; what runs may end in peace.</summary>
    public void Drain()
    {
        Draining = true;
        _polling.Cancel();
    }

    /// <summary>Takes up nothing new, and asks what runs to end. Its outcome is still settled.</summary>
    public void Stop()
    {
        Ready = false;
        _polling.Cancel();
        _execution.Cancel();
    }

    public void Cut()
    {
        Stop();
        _settling.Cancel();
    }

    public void Dispose()
    {
        _polling.Dispose();
        _execution.Dispose();
        _settling.Dispose();
    }
}

/// <summary>Takes up the events of one function until <see cref="DriverLife.Polling"/> ends, then waits for what still runs.</summary>
internal interface IFunctionListener
{
    /// <value>The function's.</value>
    string Name { get; }

    Task RunAsync(DriverLife life);
}
