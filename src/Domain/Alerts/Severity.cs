namespace ShipBy.Domain.Alerts;

/// <summary>How pressing it is that somebody reads it; higher is more pressing.</summary>
public enum Severity
{
    /// <summary>Good to know: a plan, a report, that a trouble is over.</summary>
    Info,

    /// <summary>Can wait for the morning: a rung with another one behind it.</summary>
    Warning,

    /// <summary>Cannot wait: nothing before the deadline will repeat it, or the deadline has passed.</summary>
    Critical,
}
