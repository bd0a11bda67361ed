namespace ShipBy.Cli.Azurite;

/// <summary>What npm is asked to install: Azurite, pinned, without the parts that ShipBy never runs.</summary>
internal static class AzuritePackage
{
    public const string Version = "3.37.0";

    /// <summary>Where Azurite's program lies in the folder that npm filled.</summary>
    public static readonly string Program = Path.Combine("node_modules", "azurite", "dist", "src", "azurite.js");

    /// <summary>
    /// The telemetry client and the drivers of SQL databases are replaced by an empty package: 61 MB instead of 365,
    /// a fifth of the time, and no telemetry code on the disk at all. None is loaded with the settings we start it with.
    /// </summary>
    private const string Manifest = $$"""
        {
          "private": true,
          "dependencies": { "azurite": "{{Version}}" },
          "overrides": { "applicationinsights": "file:./absent", "tedious": "file:./absent", "mysql2": "file:./absent" }
        }
        """;

    /// <summary>Writes everything that npm and Azurite expect into an empty folder.</summary>
    public static async Task LayOutAsync(string folder, CancellationToken cancel)
    {
        var absent = Directory.CreateDirectory(Path.Combine(folder, "absent")).FullName;

        await File.WriteAllTextAsync(Path.Combine(absent, "package.json"), """{ "name": "absent", "version": "0.0.0" }""", cancel);
        await File.WriteAllTextAsync(Path.Combine(absent, "index.js"), "module.exports = {};", cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), Manifest, cancel);
    }
}
