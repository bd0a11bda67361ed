using NodaTime;

namespace ShipBy.Cli.Backtest;

/// <summary>The app's timers tick on the whole minute: poll, reserve, sweep, deliver, one after the other.</summary>
internal static class SweepGrid
{
    public static Duration Every { get; } = Duration.FromMinutes(1);

    /// <summary>The first tick at or after an instant.</summary>
    public static Instant At(Instant instant)
    {
        var into = instant.ToUnixTimeTicks() % Every.BclCompatibleTicks;
        return Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks() - into + (into > 0 ? Every.BclCompatibleTicks : 0));
    }
}
