using System.Diagnostics;

namespace ShipBy.Cli.Children;

/// <summary>A running child that belongs to us: it ends with us, and nothing else is ever ended.</summary>
/// <remarks>What ties it to us, also when we are killed, is in <see cref="StartupHook"/>.</remarks>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TimeToStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    private readonly ChildStart _start;
    private readonly Process _process;
    private readonly ChildLog _log;
    private bool _ended;

    private ChildProcess(ChildStart start, Process process, ChildLog log)
    {
        _start = start;
        _process = process;
        _log = log;
        process.OutputDataReceived += (_, line) => log.Write(line.Data);
        process.ErrorDataReceived += (_, line) => log.Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Exited = process.WaitForExitAsync();
    }

    public int ProcessId => _process.Id;

    /// <summary>Completes when the child has ended, whoever ended it, and its last words were read.</summary>
    public Task Exited { get; }

    public static ChildProcess Start(ChildStart start, string logFile)
    {
        var log = new ChildLog(logFile);
        var process = Process.Start(start.ToProcess()) ?? throw new InvalidOperationException($"The {start.Part} did not start.");
        log.Write($"--- {start.Part} is process {process.Id}");

        return new ChildProcess(start, process, log);
    }

    /// <summary>What to say once <see cref="Exited"/> is complete and nobody asked for it.</summary>
    public PartDiedException Died() => new(_start.Part, HowItEnded(), _log.File, _log.LastLines);

    /// <summary>Waits until the child has written where it listens.</summary>
    /// <exception cref="PartDiedException">It ended before, or has written nothing for a minute.</exception>
    /// <exception cref="CannotStartException">It refused what it was started with; the message is its own.</exception>
    public async Task<Uri> AddressAsync(string file, TimeProvider clock, CancellationToken cancel)
    {
        for (var start = clock.GetTimestamp(); clock.GetElapsedTime(start) < TimeToStart; await Task.Delay(LookAgain, clock, cancel))
        {
            if (File.Exists(file) && Uri.TryCreate(ReadText(file).Trim(), UriKind.Absolute, out var address))
            {
                return address;
            }

            if (Exited.IsCompleted)
            {
                throw _process.ExitCode == ExitCode.CannotStart && _log.LastLines is [.., var refusal] ? new CannotStartException(refusal) : Died();
            }
        }

        throw new PartDiedException(_start.Part, "it did not say within a minute where it listens", _log.File, _log.LastLines);
    }

    /// <summary>Asks the child to end; ends it hard when it has not done so within ten seconds.</summary>
    public async Task StopAsync()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        _process.StandardInput.Close();
        try
        {
            await Exited.WaitAsync(TimeToEnd);
        }
        catch (TimeoutException)
        {
            _process.Kill();
            await Exited;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
        _log.Dispose();
    }

    private string HowItEnded() => _process.ExitCode switch
    {
        137 => "killed",
        > 128 and < 160 and var code => $"signal {code - 128}",
        var code => $"exit code {code}",
    };

    private static string ReadText(string file)
    {
        using var open = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

        return open.ReadToEnd();
    }
}
