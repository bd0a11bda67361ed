using ShipBy.TestKit;

namespace ShipBy.AzureSdk.Tests.Packages;

/// <summary>The stand-ins serve the product; should they outgrow it, something is built here that belongs elsewhere.</summary>
public class ShareOfLinesTests
{
    private static readonly string Source = Path.Combine(RepositoryRoot.Folder, "src");

    private static readonly string[] Counted = ["*.cs", "*.razor", "*.css", "*.js"];

    [Fact]
    public void StandIns_StayASmallPartOfTheProduct()
    {
        var all = LinesIn(Source);
        var standIns = Directory.GetDirectories(Path.Combine(Source, "AzureSdk")).ToDictionary(folder => Path.GetFileName(folder), LinesIn);

        var share = standIns.Values.Sum() / (double)all;
        var report = $"{share:P1} of {all} lines: {string.Join(", ", standIns.Select(part => $"{part.Key} {part.Value}"))}";
        TestContext.Current.TestOutputHelper?.WriteLine(report);

        Assert.True(share is > 0 and < 1 / 3.0, report);
    }

    /// <summary>Lines that hold anything.</summary>
    private static int LinesIn(string folder) =>
        Counted
            .SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
            .SelectMany(File.ReadLines)
            .Count(line => !string.IsNullOrWhiteSpace(line));
}
