using System.Reflection;

namespace ShipBy.Architecture.Tests;

/// <summary>Domain ← Application ← Adapters and Pages ← Functions; the sandbox stands alone.</summary>
public sealed class DependencyTests
{
    [Theory]
    [InlineData("Domain", "")]
    [InlineData("Application", "Domain")]
    [InlineData("Adapters", "Application Domain")]
    [InlineData("Pages", "Application Domain")]
    [InlineData("Functions", "Adapters Application Domain Pages")]
    [InlineData("Sandbox", "")]
    [InlineData("Cli", "Adapters Application Domain Functions Pages Sandbox")]
    public void AProject_KnowsOnlyThoseBelowIt(string project, string allowed)
    {
        var strangers = ReferencesOf(project).Where(name => name.StartsWith("ShipBy.", StringComparison.Ordinal))
            .Select(name => name["ShipBy.".Length..]).Except(allowed.Split(' '));

        Assert.Empty(strangers);
    }

    [Fact]
    public void Domain_HasNoOutside()
    {
        // The interop assembly comes with collection expressions: the compiler fills lists through it.
        string[] known = ["System.Runtime", "System.Runtime.InteropServices", "System.Collections", "System.Collections.Immutable", "System.Linq", "System.Memory", "NodaTime"];

        Assert.Empty(ReferencesOf("Domain").Except(known));
    }

    [Fact]
    public void Domain_NeverWaits()
    {
        var waiting = Load("Domain").GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal));

        Assert.Empty(waiting);
    }

    [Fact]
    public void Application_KnowsNoTechnology()
    {
        string[] technologies = ["Azure", "Microsoft.AspNetCore", "MailKit", "MimeKit", "Polly", "System.Net", "Microsoft.Azure"];

        Assert.DoesNotContain(ReferencesOf("Application"), name => technologies.Any(technology => name.StartsWith(technology, StringComparison.Ordinal)));
    }

    [Fact]
    public void ProjectFiles_ListTheOfficialPackages_WithoutConditions()
    {
        var conditional = SourceFiles.Under("src", "*.csproj").Where(file => !file.Contains("AzureSdk", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("Condition=", StringComparison.Ordinal) && !file.EndsWith("Cli.csproj", StringComparison.Ordinal));

        Assert.Empty(conditional);
    }

    private static IEnumerable<string> ReferencesOf(string project) => Load(project).GetReferencedAssemblies().Select(name => name.Name!);

    private static Assembly Load(string project) => Assembly.Load(project == "Cli" ? "shipby" : $"ShipBy.{project}");
}
