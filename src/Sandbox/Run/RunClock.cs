namespace ShipBy.Sandbox.Run;

/// <summary>The time of a run: wall time from its start to its nominal end, and frozen afterwards.</summary>
/// <param name="Scale">Wall time per marketplace time: 1/1440 plays a marketplace day in a minute.</param>
internal sealed record RunClock(TimeProvider Time, DateTimeOffset Start, TimeSpan? Length, double Scale)
{
    /// <value>Two sweeps of an app whose timers run every second: what it may take to notice anything.</value>
    public static TimeSpan TwoSweeps { get; } = TimeSpan.FromSeconds(2);

    /// <value>Null: the run has no end.</value>
    public DateTimeOffset? End => Start + Length;

    public DateTimeOffset WallNow => Time.GetUtcNow();

    /// <value>The instant the marketplace lives at. It stands still from the end on.</value>
    public DateTimeOffset Now => WallNow is var now && End is { } end && now > end ? end : now;

    public bool Finished => WallNow >= End;

    public TimeSpan ToWall(TimeSpan marketplaceTime) => marketplaceTime * Scale;

    /// <summary>Whole milliseconds, so that what is served and what is reckoned with are the same.</summary>
    public static DateTimeOffset Round(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMillisecond));
}
