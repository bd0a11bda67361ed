using NodaTime;

namespace ShipBy.Cli.Backtest;

/// <summary>The business clock of a played history: it stands until it is moved.</summary>
internal sealed class PlayClock(Instant start) : TimeProvider
{
    public Instant Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
