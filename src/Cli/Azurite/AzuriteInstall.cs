namespace ShipBy.Cli.Azurite;

/// <summary>An Azurite on this disk that is complete.</summary>
/// <param name="Folder">Full path of the folder that npm filled.</param>
internal sealed record AzuriteInstall(string Folder)
{
    public string Program => Path.Combine(Folder, AzuritePackage.Program);

    /// <summary>Finds Azurite in <paramref name="toolsFolder"/>, or installs it there from npm (about 60 MB, ten seconds).</summary>
    /// <remarks>
    /// Any number of processes may ask at once: one installs, into a folder of its own that gets its final name when it is
    /// complete; the others wait for it. A broken-off attempt leaves nothing that would be taken for an installation. <paramref name="progress"/> is
    /// told the share that is done, from 0 to 1, and nothing at all when there is nothing to install.
    /// </remarks>
    /// <exception cref="AzuriteUnavailableException">Node or npm is missing, too old, or could not install.</exception>
    public static async Task<AzuriteInstall> EnsureAsync(string toolsFolder, IProgress<double>? progress, CancellationToken cancel)
    {
        await NodeProgram.EnsureAsync(cancel);

        var tools = Directory.CreateDirectory(toolsFolder).FullName;
        var install = new AzuriteInstall(Path.Combine(tools, $"azurite-{AzuritePackage.Version}"));
        if (Directory.Exists(install.Folder))
        {
            return install;
        }

        using var alone = await InstallLock.TakeAsync(Path.Combine(tools, "azurite.lock"), cancel);
        if (!Directory.Exists(install.Folder))
        {
            await FillAsync(Path.Combine(tools, "azurite-incomplete"), install.Folder, progress, cancel);
        }

        return install;
    }

    private static async Task FillAsync(string incomplete, string final, IProgress<double>? progress, CancellationToken cancel)
    {
        if (Directory.Exists(incomplete))
        {
            Directory.Delete(incomplete, recursive: true);
        }

        Directory.CreateDirectory(incomplete);
        await AzuritePackage.LayOutAsync(incomplete, cancel);
        await NpmInstall.RunAsync(incomplete, progress, cancel);
        Directory.Move(incomplete, final);
    }
}
