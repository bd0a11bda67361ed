namespace ShipBy.Kills.Tests;

/// <summary>A round: what is ordered and when the app is killed follow from the seed; what it is doing just then does not.</summary>
internal sealed record KillPlan(int Seed, int Kills)
{
    /// <value>Two weeks of the shop are played in it; orders arrive in its first half. Long enough for the kills and a rest in peace.</value>
    public TimeSpan Length => TimeSpan.FromSeconds(12 + 4 * Kills);

    public int Orders => 24 * Kills;

    /// <summary>How long each life of the app lasts, and whether the time counts from the start of its process or from when it listens.</summary>
    public IEnumerable<KillMoment> Moments()
    {
        var chance = new Random(Seed);
        for (var kill = 0; kill < Kills; kill++)
        {
            var early = chance.NextDouble() < 0.2;
            yield return new KillMoment(early, TimeSpan.FromMilliseconds(early ? chance.Next(100, 1_500) : chance.Next(0, 3_000)));
        }
    }
}

/// <param name="IsEarly">Counted from the start of the process: it may not even listen yet.</param>
internal sealed record KillMoment(bool IsEarly, TimeSpan After);
