using NodaTime;

namespace ShipBy.Bench.Figures;

/// <summary>How long the real host takes over what nobody can hurry, drawn by chance within its bounds.</summary>
internal static class HostTimes
{
    /// <value>A queue message that was received is hidden this long, whatever becomes of its receiver.</value>
    public static Duration Hidden { get; } = Duration.FromMinutes(10);

    private static readonly Duration FirstWait = Duration.FromMilliseconds(100);

    /// <value>host.json, <c>maxPollingInterval</c>.</value>
    private static readonly Duration LongestWait = Duration.FromMinutes(1);

    /// <summary>Until another instance has a dead one's timer: its lease of 60 s was renewed at 30, so 30 to 60 are left, and the other asks each 60 s.</summary>
    public static Duration Handover(Random random) => Seconds(random, 30, 60) + Seconds(random, 0, 60);

    /// <summary>Until another instance stands in for a dead one.</summary>
    public static Duration ColdStart(Random random) => Seconds(random, 1, 10);

    /// <summary>A timer's next tick at or after an instant, and a moment more.</summary>
    /// <param name="second">Of the minute.</param>
    /// <param name="every">Seconds between two ticks.</param>
    public static Instant Tick(Instant from, int second, int every, Random random)
    {
        var first = Instant.FromUnixTimeSeconds(second);
        var ticks = (long)Math.Ceiling((from - first).TotalSeconds / every);
        return first + Duration.FromSeconds(ticks * every) + Seconds(random, 0, 0.05);
    }

    /// <summary>When an instance that starts now looks into a queue in which it finds nothing: waits that double, each by a factor from 0.8 to 1.2, up to the longest.</summary>
    public static IEnumerable<Instant> Looks(Instant start, Random random)
    {
        var (at, wait, exponent) = (start, FirstWait, 0);
        while (true)
        {
            yield return at;
            at += wait;
            var next = FirstWait + FirstWait * ((0.8 + 0.4 * random.NextDouble()) * Math.Pow(2, exponent++));
            wait = Duration.Min(next, LongestWait);
        }
    }

    private static Duration Seconds(Random random, double from, double to) => Duration.FromSeconds(from + (to - from) * random.NextDouble());
}
