namespace ShipBy.Cli.Runs;

/// <summary>All that one run keeps, in one folder.</summary>
internal sealed record RunFolder(string Path)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public string Storage => In("storage");

    public string Sandbox => In("sandbox");

    public string Keys => In("keys.json");

    /// <value>There once the run has come to its end; a run without it can be gone on with.</value>
    public string Finished => In("finished");

    public string Report => In("report.json");

    public string LogOf(string part) => In($"{part}.log");

    public string AddressOf(string part) => In($"{part}.address");

    /// <value>While the run is played: how its storage emulator is reached.</value>
    public string StorageConnection => In("storage.connection");

    public bool IsFinished => File.Exists(Finished);

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
