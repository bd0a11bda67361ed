using NodaTime;

namespace ShipBy.Pages.Tests;

/// <summary>A clock that stands until somebody moves it.</summary>
internal sealed class StoppedClock(Instant now) : TimeProvider
{
    public Instant Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
