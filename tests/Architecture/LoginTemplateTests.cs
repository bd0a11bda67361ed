using System.Text.RegularExpressions;
using ShipBy.TestKit;

namespace ShipBy.Architecture.Tests;

/// <summary>The platform's login stands before the desk and before nothing else: what the template excludes is held against the routes that there are.</summary>
public sealed partial class LoginTemplateTests
{
    private static readonly string[] Excluded = ExcludedIn(File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "infra", "auth.bicep")));

    public static TheoryData<string, bool> Routes =>
        [.. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Folder, "src", "Functions"), "*.cs").Select(File.ReadAllText).Where(text => Route().IsMatch(text)).Select(text => ("/api/" + Route().Match(text).Groups["route"].Value, IsOfTheDesk(text)))];

    [Theory]
    [MemberData(nameof(Routes))]
    public void WhatBelongsToTheDesk_IsBehindTheLogin_AndNothingElseIs(string route, bool isOfTheDesk) =>
        Assert.Equal((route, !isOfTheDesk), (route, Excluded.Any(path => Covers(path, route))));

    [Fact]
    public void NothingIsExcluded_ThatIsNoRoute() => Assert.All(Excluded, path => Assert.Contains(Routes, route => Covers(path, route.Data.Item1)));

    [Fact]
    public void TheReadme_NamesTheSamePaths()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "README.md"));

        Assert.All(Excluded, path => Assert.Contains($"`{path}`", readme, StringComparison.Ordinal));
    }

    /// <summary>Pages and their door: all of them ask who it is.</summary>
    private static bool IsOfTheDesk(string function) => function.Contains("DeskDoor ", StringComparison.Ordinal) || function.Contains("DoorPages ", StringComparison.Ordinal);

    private static bool Covers(string path, string route) => path.EndsWith('*') ? route.StartsWith(path[..^1], StringComparison.Ordinal) : route == path;

    private static string[] ExcludedIn(string template) => [.. Quoted().Matches(List().Match(template).Groups["list"].Value).Select(match => match.Groups["text"].Value)];

    [GeneratedRegex(@"HttpTrigger\([^]]*Route = ""(?<route>[^""]+)""")]
    private static partial Regex Route();

    [GeneratedRegex(@"var excludedPaths = \[(?<list>[^\]]*)\]")]
    private static partial Regex List();

    [GeneratedRegex("'(?<text>[^']+)'")]
    private static partial Regex Quoted();
}
