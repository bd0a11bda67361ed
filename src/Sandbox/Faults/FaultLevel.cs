namespace ShipBy.Sandbox.Faults;

/// <summary>How far the dial of faults is turned.</summary>
public enum FaultLevel
{
    None,
    Low,
    High,
}
