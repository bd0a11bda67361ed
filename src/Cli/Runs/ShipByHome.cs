namespace ShipBy.Cli.Runs;

/// <summary>Where the command line keeps what it needs.</summary>
/// <param name="Tools">Programs fetched on first use.</param>
/// <param name="Runs">One folder per run.</param>
internal sealed record ShipByHome(string Tools, string Runs)
{
    /// <value>What <c>shipby setup</c> has kept; not there before.</value>
    public string Settings => Path.Combine(Path.GetDirectoryName(Runs)!, "settings.json");

    /// <summary>The folder <c>.shipby</c> of the repository we stand in, else of the current folder.</summary>
    /// <remarks>The environment may say otherwise: <c>SHIPBY_HOME</c> for all of it, <c>SHIPBY_TOOLS</c> for the tools.</remarks>
    public static ShipByHome Find() => Find(
        Directory.GetCurrentDirectory(), Environment.GetEnvironmentVariable("SHIPBY_HOME"), Environment.GetEnvironmentVariable("SHIPBY_TOOLS"));

    public static ShipByHome Find(string currentFolder, string? home, string? tools)
    {
        var folder = Path.GetFullPath(string.IsNullOrEmpty(home) ? Path.Combine(Repository(currentFolder) ?? currentFolder, ".shipby") : home);

        return new ShipByHome(string.IsNullOrEmpty(tools) ? Path.Combine(folder, "tools") : Path.GetFullPath(tools), Path.Combine(folder, "runs"));
    }

    private static string? Repository(string? folder) =>
        folder is null || File.Exists(Path.Combine(folder, "Functions.sln")) ? folder : Repository(Path.GetDirectoryName(folder));
}
