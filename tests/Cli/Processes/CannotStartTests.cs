using System.Net;
using System.Net.Sockets;

namespace ShipBy.Cli.Tests.Processes;

/// <summary>What the real program says, and with which exit code, when it cannot start.</summary>
public sealed class CannotStartTests : IDisposable
{
    private readonly ShipByProcess _shipby = new();

    public void Dispose() => _shipby.Dispose();

    [Theory]
    [InlineData("Write it with its unit", "run", "--for", "60")]
    [InlineData("is not there. Check the path", "--orders", "missing.csv")]
    [InlineData("no level of faults", "run", "--faults", "sometimes")]
    [InlineData("--unheard-of", "run", "--unheard-of")]
    [InlineData("cannot be written", "--report", "no-such-folder/report.json")]
    [InlineData("is not there. Give 'explain'", "explain", "missing.json")]
    [InlineData("There is no ledger to work on.*Set one, or start with 'shipby run'", "reconcile", "--fix")]
    [InlineData("'Main!' is not a pool name", "reconcile", "--pool", "Main!")]
    public async Task OneLine_SaysWhatToDo_AndNothingIsStarted(string says, params string[] args)
    {
        var outcome = await _shipby.RunAsync(args);

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Matches(says, Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.False(Directory.Exists(_shipby.Runs));
    }

    [Fact]
    public async Task APortInUse_IsNamed()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = $"{((IPEndPoint)other.LocalEndpoint).Port}";

        var outcome = await _shipby.RunAsync(["--port", port]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal($"shipby: Port {port} is in use. Give another with --port, or leave it out for any free one.", outcome.Error.TrimEnd());
    }

    [Fact]
    public async Task AMissingNode_IsNamed_AndTheRunsFolderIsNotBegun()
    {
        var outcome = await _shipby.RunAsync(["--for", "5s"], new Dictionary<string, string> { ["PATH"] = _shipby.Home });

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("'node' was not found. Install Node.js", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(_shipby.Runs));
    }

    [Fact]
    public async Task WhatTheSandboxRefuses_IsSaidInItsWords()
    {
        var sandbox = Directory.CreateDirectory(Path.Combine(_shipby.Runs, "generated-seed1-5s", "sandbox"));
        await File.WriteAllTextAsync(Path.Combine(sandbox.FullName, "run.json"), "{ broken", TestContext.Current.CancellationToken);

        var outcome = await _shipby.RunAsync(["--for", "5s"]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith($"shipby: --data {sandbox.FullName}: ", Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "--stock-factor <share>")]
    [InlineData("--version", "0.1.0")]
    public async Task HelpAndVersion_GoToStandardOutput(string option, string says)
    {
        var outcome = await _shipby.RunAsync([option]);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains(says, outcome.Output, StringComparison.Ordinal);
    }
}
