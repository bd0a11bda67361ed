using System.Diagnostics;
using System.Text.Json;
using ShipBy.TestKit;

namespace ShipBy.AzureSdk.Tests.Packages;

/// <summary>What restore would work with for the functions app: every project under it and every package they name.</summary>
/// <param name="Projects">File names of the projects, with their folders from the repository root.</param>
internal sealed record RestoreGraph(IReadOnlySet<string> Projects, IReadOnlySet<string> Packages)
{
    /// <summary>Only evaluates the projects: no registry is asked and nothing of a restore is touched.</summary>
    public static async Task<RestoreGraph> OfFunctionsAsync(string azureSdk, CancellationToken cancel)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("shipby-graph").FullName, "graph.json");
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "msbuild", Path.Combine(RepositoryRoot.Folder, "src", "Functions", "Functions.csproj"), "-target:GenerateRestoreGraphFile",
                $"-property:RestoreGraphOutputPath={file}", $"-property:AzureSdk={azureSdk}", "-nologo", "-nodeReuse:false", "-verbosity:quiet",
            ])
        {
            RedirectStandardOutput = true,
        };
        foreach (var ofTheRunner in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(ofTheRunner);
        }

        using var msbuild = Process.Start(start)!;
        var output = await msbuild.StandardOutput.ReadToEndAsync(cancel);
        await msbuild.WaitForExitAsync(cancel);
        Assert.True(msbuild.ExitCode == 0, output);

        var graph = Read(await File.ReadAllTextAsync(file, cancel));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

        return graph;
    }

    private static RestoreGraph Read(string json)
    {
        using var graph = JsonDocument.Parse(json);
        var projects = graph.RootElement.GetProperty("projects").EnumerateObject().ToList();
        var frameworks = projects.SelectMany(project => project.Value.GetProperty("frameworks").EnumerateObject()).Select(framework => framework.Value);

        return new RestoreGraph(
            projects.Select(project => Path.GetRelativePath(RepositoryRoot.Folder, project.Name).Replace('\\', '/')).ToHashSet(),
            frameworks.SelectMany(PackagesOf).ToHashSet());
    }

    private static IEnumerable<string> PackagesOf(JsonElement framework) =>
        framework.TryGetProperty("dependencies", out var packages) ? packages.EnumerateObject().Select(package => package.Name) : [];
}
