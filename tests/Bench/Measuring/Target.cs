namespace ShipBy.Bench.Measuring;

/// <summary>What a figure should come to.</summary>
/// <param name="AtLeast">Whether the bound is a lower one; otherwise it is an upper one.</param>
internal sealed record Target(double Bound, bool AtLeast)
{
    public bool IsMetBy(double value) => AtLeast ? value >= Bound : value <= Bound;

    public override string ToString() => FormattableString.Invariant($"{(AtLeast ? ">=" : "<=")} {Bound:0.##}");
}
