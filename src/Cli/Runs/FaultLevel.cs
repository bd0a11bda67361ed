namespace ShipBy.Cli.Runs;

/// <summary>How much the sandbox gets in the way.</summary>
internal enum FaultLevel
{
    None,
    Low,
    High,
}
