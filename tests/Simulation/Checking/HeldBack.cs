using NodaTime;
using ShipBy.Application.Settings;
using ShipBy.Domain.Alerts;

namespace ShipBy.Simulation.Checking;

/// <summary>How long what can wait may be held back on purpose: until the next digest of its group, and until the quiet hours end.</summary>
internal sealed class HeldBack(GuardOptions options)
{
    private readonly QuietHours? _quiet = QuietHours.Parse(options.QuietHours, DateTimeZoneProviders.Tzdb[options.TimeZone]);

    /// <value>At most, all in all.</value>
    public Duration Longest => Duration.FromTimeSpan(options.GroupInterval) + (_quiet is null ? Duration.Zero : Duration.FromMinutes(30));

    public Instant Until(Severity severity, Instant decided)
    {
        if (severity == Severity.Critical)
        {
            return decided;
        }

        var interval = options.GroupInterval.Ticks;
        var tick = interval == 0 ? decided : Instant.FromUnixTimeTicks((decided.ToUnixTimeTicks() / interval + 1) * interval);
        return _quiet?.Around(tick)?.End ?? tick;
    }
}
