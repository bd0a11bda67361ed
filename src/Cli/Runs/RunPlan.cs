namespace ShipBy.Cli.Runs;

/// <summary>What a run against the sandbox plays. Two runs with the same plan are the same run.</summary>
/// <param name="OrdersFile">Full path of a file of real orders; null: they are generated.</param>
/// <param name="Length">Null: without an end.</param>
/// <param name="StockFactor">Share of the demand in stock; null: all of it.</param>
internal sealed record RunPlan(string? OrdersFile, TimeSpan? Length, int Seed, decimal? StockFactor, FaultLevel Faults)
{
    public const string OzonAlone = "ozon";

    /// <value>The shops that are played on one stock: their names, parted by commas, each once and in one order.</value>
    public string Channels { get; init; } = OzonAlone;

    /// <value>Whether anything but Ozon alone is played.</value>
    public bool PlaysChannels => Channels != OzonAlone;
}
