namespace ShipBy.Adapters.SellerFiles;

/// <summary>A folder beside the program with files that a seller may replace or add to. What lies in it is known by name; a change counts from the next start.</summary>
/// <param name="path">Below the program's own folder.</param>
/// <param name="purpose">What a file of it is used as, such as <c>a calendar</c>.</param>
internal sealed class SellerFolder(string path, string purpose)
{
    private readonly string _path = Path.Combine(AppContext.BaseDirectory, path);

    public string Purpose => purpose;

    /// <value>Names of the files that are there, without their ending.</value>
    public IReadOnlyList<string> Names => Directory.Exists(_path)
        ? [.. Directory.EnumerateFiles(_path, "*.csv").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <returns>The file that is called so, in any case of letters; else the path as it is given.</returns>
    /// <exception cref="InvalidSellerFileException">Neither is there. The message names those that are.</exception>
    public string Find(string nameOrPath)
    {
        var names = Names;
        if (names.FirstOrDefault(name => name.Equals(nameOrPath.Trim(), StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return Path.Combine(_path, $"{known}.csv");
        }

        return File.Exists(nameOrPath)
            ? nameOrPath
            : throw new InvalidSellerFileException(nameOrPath, purpose, [new FileFault(null, null, "there is no such file", $"Give the path of a file, or one of these names: {string.Join(", ", names)}.")]);
    }
}
