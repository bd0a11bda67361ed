using ShipBy.Cli.Runs;

namespace ShipBy.Cli.Tests.Runs;

public sealed class RunFoldersTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("shipby-runs-");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public void Open_GoesOn_WithAnUnfinishedRun()
    {
        var first = Play("a", finish: false);

        Assert.Equal("played", File.ReadAllText(Open("a").Keys));
        Assert.Equal(first, Open("a"));
    }

    [Fact]
    public void Open_StartsAnother_OnceTheRunIsFinished()
    {
        Play("a", finish: true);

        Assert.False(File.Exists(Open("a").Keys));
        Assert.Equal(["a", "a-1"], Names());
    }

    [Fact]
    public void Open_StartsAnother_WhenThatIsAskedFor()
    {
        Play("a", finish: false);

        Assert.False(File.Exists(Open("a", startAnew: true).Keys));
        Assert.Equal(["a", "a-1"], Names());
    }

    [Fact]
    public void Open_KeepsTheLastFive_AndLeavesOtherRunsAlone()
    {
        Play("a-b", finish: true);
        Directory.CreateDirectory(Path.Combine(_home.FullName, "a-7x"));
        for (var run = 0; run < 8; run++)
        {
            Play("a", finish: true);
        }

        Assert.Equal(["a", "a-3", "a-4", "a-5", "a-6", "a-7", "a-7x", "a-b"], Names());
    }

    [Fact]
    public void AwayFor_IsTheTimeSinceAnythingWasWritten_IntoAnUnfinishedRun()
    {
        var now = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
        var folder = Play("a", finish: false);
        Directory.CreateDirectory(folder.Sandbox);
        var journal = Path.Combine(folder.Sandbox, "journal");
        File.WriteAllText(journal, "");
        Directory.CreateDirectory(folder.Storage);
        File.WriteAllText(Path.Combine(folder.Storage, "db"), "");      // as a command that looked at it a moment ago
        File.SetLastWriteTimeUtc(folder.Keys, now.UtcDateTime.AddHours(-3));
        File.SetLastWriteTimeUtc(journal, now.UtcDateTime.AddHours(-1));
        Play("b", finish: true);

        var folders = new RunFolders(_home.FullName);

        Assert.Equal((TimeSpan.FromHours(1), null, null), (folders.AwayFor("a", now), folders.AwayFor("b", now), folders.AwayFor("never", now)));
    }

    [Fact]
    public void Latest_IsTheRunWhoseStorageWasWrittenLast()
    {
        Assert.Null(new RunFolders(Path.Combine(_home.FullName, "none")).Latest());
        Play("without-storage", finish: false);
        Assert.Null(new RunFolders(_home.FullName).Latest());
        foreach (var (name, hour) in new[] { ("a", 1), ("b", 3), ("c", 2) })
        {
            var run = Play(name, finish: name == "b");
            Directory.CreateDirectory(run.Storage);
            File.WriteAllText(Path.Combine(run.Storage, "db"), "");
            File.SetLastWriteTimeUtc(Path.Combine(run.Storage, "db"), new DateTime(2026, 3, 2, hour, 0, 0, DateTimeKind.Utc));
        }

        Assert.Equal("b", new RunFolders(_home.FullName).Latest()?.Name);
    }

    [Fact]
    public void Take_LetsNobodyElseIn_UntilItIsGivenBack()
    {
        using (RunLock.Take(_home.FullName, "a"))
        {
            Assert.Throws<CannotStartException>(() => RunLock.Take(_home.FullName, "a"));
            RunLock.Take(_home.FullName, "b").Dispose();
        }

        RunLock.Take(_home.FullName, "a").Dispose();
    }

    [Fact]
    public void Keys_StayTheSame_WhenARunIsGoneOnWith()
    {
        var folder = Open("a");

        var keys = RunKeys.Of(folder.Keys);

        Assert.Equal(keys, RunKeys.Of(folder.Keys));
        Assert.NotEqual(keys, RunKeys.Of(Open("b").Keys));
        Assert.All([keys.Desk, keys.Push, keys.Host], key => Assert.True(key.Length >= 16));
    }

    private RunFolder Open(string name, bool startAnew = false) => new RunFolders(_home.FullName).Open(name, startAnew);

    private RunFolder Play(string name, bool finish)
    {
        var folder = Open(name);
        File.WriteAllText(folder.Keys, "played");
        if (finish)
        {
            File.WriteAllText(folder.Finished, "");
        }

        return folder;
    }

    private IEnumerable<string> Names() => _home.EnumerateDirectories().Select(folder => folder.Name).Order(StringComparer.Ordinal);
}
