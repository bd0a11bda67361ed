namespace ShipBy.Simulation.Machine;

/// <summary>Chance that a seed repeats exactly, on every machine and in every version of the runtime (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Dice of their own for another purpose, so that throwing one kind more often does not change the other.</summary>
    public Dice Fork() => new(Next());

    /// <value>From 0, included, to 1, not included.</value>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    /// <summary>From 0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public long Between(long least, long most) => least + (long)(Next() % (ulong)(most - least + 1));

    public T Pick<T>(IReadOnlyList<T> among) => among[Below(among.Count)];

    /// <summary>Small numbers as often as large ones: the exponent is even, not the number.</summary>
    public double Scale(double least, double most) => least * Math.Pow(most / least, Unit());

    public Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Next());
        BitConverter.TryWriteBytes(bytes[8..], Next());
        return new Guid(bytes);
    }
}
