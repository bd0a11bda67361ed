namespace ShipBy.Cli.Runs;

/// <summary>Keeps two commands off the same run; the system frees it when its holder dies.</summary>
internal static class RunLock
{
    /// <param name="runs">The folder of all runs. The lock lies beside the run's own folder, which may be renamed under it.</param>
    /// <exception cref="CannotStartException">Another process plays this run, or the folder cannot be written.</exception>
    public static IDisposable Take(string runs, string name) => TryTake(runs, name)
        ?? throw new CannotStartException($"The run {name} is being played by another command. Stop that one first, or start another run with --seed 2.");

    /// <returns>Null when another process plays this run.</returns>
    /// <exception cref="CannotStartException">The folder cannot be written.</exception>
    public static IDisposable? TryTake(string runs, string name)
    {
        try
        {
            Directory.CreateDirectory(runs);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{runs} cannot be written. Run the command in a folder of yours, or set SHIPBY_HOME to one.", refused);
        }

        try
        {
            return new FileStream(Path.Combine(runs, $"{name}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
