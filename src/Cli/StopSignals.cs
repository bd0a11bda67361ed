using System.Runtime.InteropServices;

namespace ShipBy.Cli;

/// <summary>Turns Ctrl-C, the system's request to end and a closed terminal into a token, so that everything can be stopped in order.</summary>
/// <remarks>A second Ctrl-C ends at once. Even then nothing is left behind: see <see cref="Children.ChildProcess"/>.</remarks>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly PosixSignalRegistration[] _signals;

    public StopSignals() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop),
    ];

    public CancellationToken Token => _asked.Token;

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _asked.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = !_asked.IsCancellationRequested;
        _asked.Cancel();
    }
}
