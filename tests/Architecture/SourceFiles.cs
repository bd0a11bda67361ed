using ShipBy.TestKit;

namespace ShipBy.Architecture.Tests;

/// <summary>The project's own text.</summary>
internal static class SourceFiles
{
    public static IEnumerable<string> Under(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Folder, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    public static string Name(string file) => Path.GetRelativePath(RepositoryRoot.Folder, file).Replace('\\', '/');
}
