using System.Diagnostics;

namespace ShipBy.Bench.Parts;

/// <summary>The bench, started once more by itself to play a part in a process of its own. It speaks line by line and ends when its input does.</summary>
internal sealed class Part : IAsyncDisposable
{
    private readonly Process _process;

    private Part(Process process) => _process = process;

    public static Part Start(string name, params string[] arguments) => new(Process.Start(
        new ProcessStartInfo("dotnet", [typeof(Part).Assembly.Location, "part", name, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })!);

    /// <returns>The exit code.</returns>
    public static Task<int> PlayAsync(string name, IReadOnlyList<string> arguments) => name switch
    {
        "bare-app" => BareApp.RunAsync(),
        "reservers" => Reservers.RunAsync(arguments[0]),
        "backlog" => Backlog.RunAsync(arguments[0], int.Parse(arguments[1], System.Globalization.CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"There is no part '{name}'.", nameof(name)),
    };

    public Task SayAsync(string line) => _process.StandardInput.WriteLineAsync(line);

    /// <exception cref="InvalidOperationException">It ended without a word.</exception>
    public async Task<string> HearAsync() => await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("A part of the bench ended too early.");

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
