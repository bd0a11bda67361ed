namespace ShipBy.Adapters.Tests.Marketplaces.Ozon;

/// <summary>The marketplace's own examples, read where they lie beside the repository; they are not part of it.</summary>
internal static class ExampleFiles
{
    public static string? Folder { get; } = Find();

    public static string Read(string name)
    {
        Assert.SkipWhen(Folder is null, "The marketplace's examples (../shared/data/ozon-examples) are not on this machine.");
        return File.ReadAllText(Path.Combine(Folder, name));
    }

    private static string? Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Functions.sln")))
            at = at.Parent;

        var folder = at?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", "data", "ozon-examples") : null;
        return Directory.Exists(folder) ? folder : null;
    }
}
