using System.Diagnostics;
using ShipBy.Cli.Children;

namespace ShipBy.Kills.Tests;

/// <summary>One life of the functions app: the process as it is deployed, from its start to the moment it is killed.</summary>
internal sealed class AppLife : IAsyncDisposable
{
    private static readonly TimeSpan TimeToStart = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly string _addressFile;
    private readonly Task _exited;

    private AppLife(Process process, string addressFile, ChildLog log)
    {
        (_process, _addressFile) = (process, addressFile);
        process.OutputDataReceived += (_, line) => log.Write(line.Data);
        process.ErrorDataReceived += (_, line) => log.Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _exited = process.WaitForExitAsync();
    }

    public static AppLife Start(IReadOnlyDictionary<string, string> settings, IReadOnlyList<string> unwanted, string addressFile, ChildLog log)
    {
        File.Delete(addressFile);
        var all = new Dictionary<string, string>(settings) { ["FUNCTIONS_HTTP_PORT"] = "0", ["FUNCTIONS_ADDRESS_FILE"] = addressFile };
        var process = Process.Start(new ChildStart("functions app", "ShipBy.Functions.dll", [], all, unwanted).ToProcess())!;
        log.Write($"--- a life begins: process {process.Id}");

        return new AppLife(process, addressFile, log);
    }

    /// <summary>Where it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended by itself.</exception>
    public async Task<Uri> AddressAsync(CancellationToken cancel)
    {
        for (var started = Stopwatch.StartNew(); started.Elapsed < TimeToStart; await Task.Delay(20, cancel))
        {
            if (_exited.IsCompleted)
            {
                throw new InvalidOperationException($"The functions app ended by itself, exit code {_process.ExitCode}.");
            }

            if (File.Exists(_addressFile) && Uri.TryCreate(await File.ReadAllTextAsync(_addressFile, cancel), UriKind.Absolute, out var address))
            {
                return address;
            }
        }

        throw new InvalidOperationException("The functions app did not listen within a minute.");
    }

    /// <summary>SIGKILL: nothing of it gets another instruction.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _exited;
    }

    /// <summary>Asks it to end, as a host that is shut down does.</summary>
    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        await _exited.WaitAsync(TimeToStart);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_exited.IsCompleted)
        {
            await KillAsync();
        }

        _process.Dispose();
    }
}
