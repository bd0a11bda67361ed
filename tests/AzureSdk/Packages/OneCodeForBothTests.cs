using System.Text.RegularExpressions;
using ShipBy.TestKit;

namespace ShipBy.AzureSdk.Tests.Packages;

/// <summary>What is published knows nothing of the two ways to get the Azure packages.</summary>
public partial class OneCodeForBothTests
{
    [Theory]
    [InlineData("Domain")]
    [InlineData("Application")]
    [InlineData("Adapters")]
    [InlineData("Pages")]
    [InlineData("Functions")]
    public void PublishedProject_HasOneCodeForBoth(string project)
    {
        var folder = Path.Combine(RepositoryRoot.Folder, "src", project);
        var aware = Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories)
            .Where(file => Choice().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(folder, file));

        Assert.Empty(aware);
    }

    [GeneratedRegex(@"^\s*#if\b|AzureSdk|\bbundled\b", RegexOptions.Multiline)]
    private static partial Regex Choice();
}
