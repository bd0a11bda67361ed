namespace ShipBy.Sandbox.Faults;

/// <summary>How often what goes wrong. Shares are of requests, durations are wall time.</summary>
internal sealed record FaultDial
{
    public double Latency { get; init; }

    public TimeSpan MostLatency { get; init; }

    public double ServerError { get; init; }

    /// <value>Connections cut before anything took effect.</value>
    public double Cut { get; init; }

    public double Malformed { get; init; }

    /// <value>Requests that take effect while their answer is lost, half of them held for a while first.</value>
    public double LostAnswer { get; init; }

    public TimeSpan HoldFor { get; init; }

    /// <value>One storm of refusals in each such time; zero: none.</value>
    public TimeSpan StormEvery { get; init; }

    public TimeSpan StormFor { get; init; }

    /// <value>One method shut in each such time; zero: none.</value>
    public TimeSpan CircleEvery { get; init; }

    public TimeSpan CircleFor { get; init; }

    /// <value>One time without a session in each such time, on Taobao; zero: none.</value>
    public TimeSpan SessionEvery { get; init; }

    /// <value>Until the seller has renewed it.</value>
    public TimeSpan SessionFor { get; init; }

    public static FaultDial At(FaultLevel level) => level switch
    {
        FaultLevel.None => new FaultDial(),
        FaultLevel.Low => new FaultDial
        {
            Latency = 0.05,
            MostLatency = TimeSpan.FromMilliseconds(300),
            ServerError = 0.01,
            Cut = 0.005,
            Malformed = 0.005,
            LostAnswer = 0.01,
            HoldFor = TimeSpan.FromSeconds(1),
            StormEvery = TimeSpan.FromSeconds(60),
            StormFor = TimeSpan.FromSeconds(1),
        },
        FaultLevel.High => new FaultDial
        {
            Latency = 0.15,
            MostLatency = TimeSpan.FromMilliseconds(800),
            ServerError = 0.04,
            Cut = 0.02,
            Malformed = 0.02,
            LostAnswer = 0.03,
            HoldFor = TimeSpan.FromSeconds(2),
            StormEvery = TimeSpan.FromSeconds(20),
            StormFor = TimeSpan.FromSeconds(1.5),
            CircleEvery = TimeSpan.FromSeconds(60),
            CircleFor = TimeSpan.FromSeconds(2),
            SessionEvery = TimeSpan.FromSeconds(60),
            SessionFor = TimeSpan.FromSeconds(5),
        },
        var unknown => throw new ArgumentOutOfRangeException(nameof(level), unknown, "No such level."),
    };
}
