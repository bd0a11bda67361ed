namespace ShipBy.Sandbox;

/// <summary>A small random stream that is the same on every machine and runtime for the same seed and purpose (SplitMix64).</summary>
internal sealed class SeededRandom
{
    private ulong _state;

    /// <param name="purpose">Keeps streams of one seed apart, so that a draw added here moves nothing there.</param>
    public SeededRandom(long seed, string purpose, long number = 0)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in purpose)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        _state = hash ^ Mix((ulong)seed) ^ Mix((ulong)number * 0x632BE59BD9B4E019UL);
    }

    /// <returns>At least 0, below 1.</returns>
    public double NextShare() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <returns>At least <paramref name="from"/>, below <paramref name="to"/>.</returns>
    public double Between(double from, double to) => from + (to - from) * NextShare();

    public int Below(int count) => (int)(Next() % (ulong)count);

    public bool Chance(double share) => NextShare() < share;

    private ulong Next() => Mix(_state += 0x9E3779B97F4A7C15UL);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
