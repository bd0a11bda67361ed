namespace ShipBy.Bench.Measuring;

/// <summary>Ours and the floor in turns, A-B-A-B, so that whatever disturbs the machine disturbs both.</summary>
internal sealed record Paired(IReadOnlyList<double> Ours, IReadOnlyList<double> Floor)
{
    /// <value>A floor that varies more than this by itself says little; then there are more pairs.</value>
    private const double MostUnsteady = 0.10;

    private const int MostTimesMore = 2;

    /// <value>Floor by ours, pair by pair: how many times as fast we are where both are durations.</value>
    public Interval FloorByOurs => Interval.OfMedian(Floor.Zip(Ours, (floor, ours) => floor / ours));

    public Interval OursByFloor => Interval.OfMedian(Ours.Zip(Floor, (ours, floor) => ours / floor));

    public double OursMedian => Interval.OfMedian(Ours).Median;

    public double FloorMedian => Interval.OfMedian(Floor).Median;

    /// <summary>Runs each once unseen, to warm up, and then in pairs; more of them, up to twice, while the floor is unsteady.</summary>
    /// <param name="ours">Gives a positive figure, such as seconds, for the number of its round.</param>
    public static async Task<Paired> RunAsync(int pairs, Func<Task<double>> ours, Func<Task<double>> floor)
    {
        await ours();
        await floor();
        var (a, b) = (new List<double>(), new List<double>());
        while (a.Count < pairs || (Interval.Unsteadiness(b) > MostUnsteady && a.Count < MostTimesMore * pairs))
        {
            a.Add(await ours());
            b.Add(await floor());
        }

        return new Paired(a, b);
    }
}
