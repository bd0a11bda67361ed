using ShipBy.Simulation.Planted;

namespace ShipBy.Simulation.Tests;

/// <summary>The checker is worth what it finds: each wrong version must be caught within 200 seeds.</summary>
public sealed class PlantedBugTests(ITestOutputHelper output)
{
    public static TheoryData<string> Bugs => [.. PlantedBugs.All.Keys];

    [Theory]
    [MemberData(nameof(Bugs))]
    public void APlantedBug_IsFound(string bug)
    {
        var found = Enumerable.Range(1, 200).Select(seed => new Play(PlantedBugs.All[bug](SeedPlan.Of(seed))).Run()).FirstOrDefault(outcome => outcome.Violation is not null);

        Assert.NotNull(found);
        output.WriteLine($"seed {found.Seed}: {found.Violation}");
    }
}
