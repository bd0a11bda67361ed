namespace ShipBy.Bench.Measuring;

/// <summary>What became of the attempt to measure a figure.</summary>
internal abstract record Outcome(string Name)
{
    /// <param name="Low">Lower end of the interval that holds the value with at least 95 %, or the value itself where it was counted.</param>
    /// <param name="Detail">What the value was made of, in absolute terms.</param>
    public sealed record Measured(string Name, double Value, double Low, double High, string Detail) : Outcome(Name)
    {
        /// <value>Counted and not timed: the same in every run.</value>
        public bool IsExact { get; init; }
    }

    /// <summary>It cannot be measured here; a reader must not take silence for success.</summary>
    public sealed record LeftOut(string Name, string Reason) : Outcome(Name);

    public static Measured Counted(string name, double value, string detail) => new(name, value, value, value, detail) { IsExact = true };

    public static Measured Of(string name, Interval interval, string detail) => new(name, interval.Median, interval.Low, interval.High, detail);
}
