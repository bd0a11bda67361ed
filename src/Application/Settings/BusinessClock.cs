using NodaTime;

namespace ShipBy.Application.Settings;

/// <summary>The business clock is the <see cref="TimeProvider"/> that the host registers; a use case reads it once, so that one run sees one time.</summary>
public static class BusinessClock
{
    public static Instant Now(this TimeProvider clock) => Instant.FromDateTimeOffset(clock.GetUtcNow());
}
