namespace ShipBy.Bench.Measuring;

/// <summary>One way to measure some figures.</summary>
/// <param name="Names">The figures that it gives or leaves out, every one of them.</param>
internal sealed record Measurement(IReadOnlyList<string> Names, Func<Effort, Task<IReadOnlyList<Outcome>>> RunAsync)
{
    public static Measurement Of(string name, Func<Effort, Task<Outcome>> run) => new([name], async effort => [await run(effort)]);
}

/// <summary>How much trouble to take.</summary>
/// <param name="Quick">Fewer rounds and smaller piles: to see whether it runs, not to quote.</param>
internal sealed record Effort(bool Quick)
{
    public int Pairs(int full) => Quick ? 3 : full;

    public int Size(int full, int quick) => Quick ? quick : full;
}
