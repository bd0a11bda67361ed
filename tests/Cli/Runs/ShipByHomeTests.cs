using ShipBy.Cli.Runs;

namespace ShipBy.Cli.Tests.Runs;

public sealed class ShipByHomeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shipby-home-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Find_TakesTheRepository_FromAnyFolderInIt()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "Functions.sln"), "");
        var deep = _folder.CreateSubdirectory("src").CreateSubdirectory("Cli").FullName;

        Assert.Equal(Home(_folder.FullName), ShipByHome.Find(deep, home: null, tools: null));
    }

    [Fact]
    public void Find_TakesTheCurrentFolder_OutsideOfARepository() =>
        Assert.Equal(Home(_folder.FullName), ShipByHome.Find(_folder.FullName, home: "", tools: null));

    [Fact]
    public void Find_FollowsTheEnvironment()
    {
        var home = Path.Combine(_folder.FullName, "elsewhere");

        Assert.Equal(new ShipByHome(Path.Combine(home, "tools"), Path.Combine(home, "runs")), ShipByHome.Find("/", home, tools: null));
        Assert.Equal(new ShipByHome(_folder.FullName, Path.Combine(home, "runs")), ShipByHome.Find("/", home, _folder.FullName));
    }

    private static ShipByHome Home(string folder) => new(Path.Combine(folder, ".shipby", "tools"), Path.Combine(folder, ".shipby", "runs"));
}
