namespace ShipBy.Domain.Days;

/// <summary>What is told once a day.</summary>
public enum DayKind
{
    /// <summary>In the morning: what must go out.</summary>
    Plan,

    /// <summary>In the evening: what became of the day.</summary>
    Report,
}
