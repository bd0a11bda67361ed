namespace ShipBy.Cli.Tests.Processes;

public sealed class ExplainTests : IDisposable
{
    private const string Push = """{"message_type":"TYPE_PING","time":"2026-03-02T10:00:00Z"}""";

    private readonly ShipByProcess _shipby = new();

    public void Dispose() => _shipby.Dispose();

    [Fact]
    public async Task WhatIsUnderstood_IsSaid_AndEndsWell()
    {
        var outcome = await _shipby.RunAsync(["explain", _shipby.Write("ping.json", Push)]);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("ping.json: push message TYPE_PING", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', outcome.Output);        // a pipe gets plain text
    }

    [Fact]
    public async Task AnUnknownField_IsNamed_AndDoesNoHarm()
    {
        var outcome = await _shipby.RunAsync(["explain", _shipby.Write("ping.json", Push.Insert(1, "\"colour\":\"red\","))]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("? unknown field colour", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderIsReadToItsEnd_WhenOneFileCannotBeUnderstood()
    {
        _shipby.Write("a.json", "{ broken");
        _shipby.Write("b.json", Push);

        var outcome = await _shipby.RunAsync(["explain", _shipby.Home]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("b.json: push message TYPE_PING", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 2 files could not be understood in full.", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*.json")]
    [InlineData("empty")]
    public async Task APatternOrFolderWithoutFiles_IsOneLine(string name)
    {
        Directory.CreateDirectory(Path.Combine(_shipby.Home, "empty"));

        var outcome = await _shipby.RunAsync(["explain", name]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith($"shipby: No file matches {name}.", outcome.Error, StringComparison.Ordinal);
    }
}
