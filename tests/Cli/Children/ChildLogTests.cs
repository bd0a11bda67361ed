using ShipBy.Cli.Children;

namespace ShipBy.Cli.Tests.Children;

public sealed class ChildLogTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shipby-log-");

    private string File => Path.Combine(_folder.FullName, "part.log");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void LastLines_AreTheLastEight_WithoutTheCallsOfAnException()
    {
        using var log = new ChildLog(File);
        for (var line = 1; line <= 20; line++)
        {
            log.Write($"line {line}");
            log.Write("   at ShipBy.Somewhere.Deep()");
        }

        log.Write(null);

        Assert.Equal(Enumerable.Range(13, 8).Select(line => $"line {line}"), log.LastLines);
    }

    [Fact]
    public void TheFile_HoldsEverything_AlsoOfAnEarlierLife()
    {
        foreach (var life in new[] { "first", "second" })
        {
            using var log = new ChildLog(File);
            log.Write(life);
            log.Write("   at ShipBy.Somewhere.Deep()");
        }

        Assert.Equal(["first", "   at ShipBy.Somewhere.Deep()", "second", "   at ShipBy.Somewhere.Deep()"], System.IO.File.ReadAllLines(File));
    }

    [Fact]
    public void AFullFile_IsSetAside_SoThatARunWithoutEndDoesNotFillTheDisk()
    {
        using var log = new ChildLog(File);
        var line = new string('x', 1 << 20);
        for (var written = 0; written < 17; written++)
        {
            log.Write(line);
        }

        Assert.True(new FileInfo($"{File}.old").Length > 16 << 20);
        Assert.True(new FileInfo(File).Length < 2 << 20);
        Assert.All(log.LastLines, kept => Assert.Equal(300, kept.Length));
    }

    [Fact]
    public void Write_AfterTheEnd_IsLost_AndHarmless()
    {
        var log = new ChildLog(File);
        log.Dispose();

        log.Write("too late");

        Assert.Empty(System.IO.File.ReadAllText(File));
    }
}
