namespace ShipBy.Sandbox.Tests.Kit;

/// <summary>Data that lies beside the project and may not be shipped with it.</summary>
internal static class SharedFile
{
    public static string OrSkip(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Functions.sln")))
            {
                var file = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", name));
                Assert.SkipUnless(File.Exists(file), $"../shared/{name} is not here.");
                return file;
            }
        }

        throw new InvalidOperationException("The tests do not run below the project's root.");
    }
}
