using System.Text.RegularExpressions;

namespace ShipBy.Architecture.Tests;

/// <summary>Rules of the house that a compiler does not know. A failure names the file.</summary>
public sealed partial class HouseRuleTests
{
    [Fact]
    public void Clocks_AreReadThroughTimeProviderOnly() => Assert.Empty(
        from file in SourceFiles.Under("src", "*.cs").Concat(SourceFiles.Under("src", "*.razor"))
        where ClockRead().IsMatch(File.ReadAllText(file))
        select SourceFiles.Name(file));

    [Fact]
    public void TheSystemClock_IsChosenWhereProgramsStart_AndNowhereInside()
    {
        string[] inside = ["src/Domain", "src/Application", "src/Adapters", "src/Pages"];

        Assert.Empty(from folder in inside
                     from file in SourceFiles.Under(folder, "*.cs")
                     where File.ReadAllText(file).Contains("TimeProvider.System", StringComparison.Ordinal)
                     select SourceFiles.Name(file));
    }

    [Fact]
    public void Files_HoldOneIdea() => Assert.Empty(
        from file in SourceFiles.Under("src", "*.cs").Concat(SourceFiles.Under("src", "*.razor"))
        let lines = File.ReadLines(file).Count()
        where lines > 250
        select $"{SourceFiles.Name(file)} has {lines} lines");

    [Fact]
    public void Names_SayWhatThingsAre() => Assert.Empty(
        from file in SourceFiles.Under("src", "*.cs").Concat(SourceFiles.Under("tests", "*.cs"))
        where VagueName().IsMatch(Path.GetFileNameWithoutExtension(file))
        select SourceFiles.Name(file));

    [Fact]
    public void LooseEnds_AreNotLeft() => Assert.Empty(
        from file in SourceFiles.Under("src", "*.cs")
        where LooseEnd().IsMatch(File.ReadAllText(file))
        select SourceFiles.Name(file));

    [Fact]
    public void AFunctionClass_IsATriggerAndOneCall() => Assert.Empty(
        from file in SourceFiles.Under("src/Functions", "*.cs")
        where Path.GetFileName(file) != "Program.cs"
        let text = File.ReadAllText(file)
        where !text.Contains("[Function(", StringComparison.Ordinal) || Statement().IsMatch(text)
        select SourceFiles.Name(file));

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(UtcNow|Now|Today)\b|SystemClock\.Instance|Environment\.TickCount")]
    private static partial Regex ClockRead();

    [GeneratedRegex("(Helper|Helpers|Util|Utils|Utility|Manager|Common|Shared|Misc)$")]
    private static partial Regex VagueName();

    [GeneratedRegex(@"NotImplementedException|\b(TODO|FIXME|HACK)\b|Thread\.Sleep|catch\s*(\([^)]*\))?\s*\{\s*\}")]
    private static partial Regex LooseEnd();

    /// <summary>A statement of its own inside a method body; the bodies here are single expressions.</summary>
    [GeneratedRegex(@"^\s+(var|return|if|foreach|for|while|try|await)\b", RegexOptions.Multiline)]
    private static partial Regex Statement();
}
