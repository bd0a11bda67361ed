namespace ShipBy.Cli.Azurite;

/// <summary>Lets one process at a time install into a folder; the system frees it when its holder dies.</summary>
internal static class InstallLock
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);

    public static async Task<IDisposable> TakeAsync(string file, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                // Somebody else is installing: wait for the outcome rather than install twice.
                await Task.Delay(LookAgain, cancel);
            }
        }
    }
}
