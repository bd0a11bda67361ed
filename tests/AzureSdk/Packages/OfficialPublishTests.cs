namespace ShipBy.AzureSdk.Tests.Packages;

/// <summary>Who has the official packages gets them and nothing of ours in their place.</summary>
public class OfficialPublishTests
{
    private static readonly string[] Swapped = ["Azure.Communication.Email", "Azure.Data.Tables", "Microsoft.Azure.Functions.Worker"];

    [Fact]
    public async Task OfficialPublish_HoldsNothingOfTheStandIns()
    {
        var graph = await RestoreGraph.OfFunctionsAsync("official", TestContext.Current.CancellationToken);

        Assert.Contains("src/Functions/Functions.csproj", graph.Projects);
        Assert.DoesNotContain(graph.Projects, project => project.StartsWith("src/AzureSdk/", StringComparison.Ordinal));
        Assert.Subset(graph.Packages.ToHashSet(), Swapped.ToHashSet());
    }

    [Fact]
    public async Task BundledPublish_HoldsTheStandInsInPlaceOfThePackages()
    {
        var graph = await RestoreGraph.OfFunctionsAsync("bundled", TestContext.Current.CancellationToken);

        Assert.Subset(graph.Projects.ToHashSet(), Swapped.Select(name => $"src/AzureSdk/{name}/{name}.csproj").ToHashSet());
        Assert.DoesNotContain(graph.Packages, Swapped.Contains);
    }
}
