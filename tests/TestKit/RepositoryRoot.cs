namespace ShipBy.TestKit;

/// <summary>The folder of Functions.sln, found upwards from where the tests run.</summary>
public static class RepositoryRoot
{
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Functions.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Functions.sln is in no folder above the tests."));
}
