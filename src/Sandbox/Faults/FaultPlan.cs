namespace ShipBy.Sandbox.Faults;

internal enum Fault
{
    None,
    ServerError,
    Cut,
    Malformed,
    AnswerCut,
    AnswerHeld,
    Storm,
    CircleOpen,
    SessionOver,
}

/// <summary>What befalls a request, by seed: the storms by the time of the run, the rest by the request's number.</summary>
internal sealed class FaultPlan(FaultDial dial, long seed)
{
    public (Fault Fault, TimeSpan Latency) Of(long request, string path, TimeSpan sinceStart)
    {
        var chance = new SeededRandom(seed, "fault", request);
        var latency = chance.Chance(dial.Latency) ? dial.MostLatency * chance.NextShare() : TimeSpan.Zero;
        var draw = chance.NextShare();
        var half = chance.Chance(0.5);
        return (ByTime(path, sinceStart) ?? ByDraw(draw, half), latency);
    }

    private Fault? ByTime(string path, TimeSpan sinceStart)
    {
        // The mail service and each shop have storms of their own.
        var area = AreaOf(path);
        return IsWithin(dial.StormEvery, dial.StormFor, "storm of " + area, sinceStart) ? Fault.Storm
            : area is "taobao" && IsWithin(dial.SessionEvery, dial.SessionFor, "session", sinceStart) ? Fault.SessionOver
            : area is "marketplace" && IsWithin(dial.CircleEvery, dial.CircleFor, "circle of " + path, sinceStart) ? Fault.CircleOpen
            : null;
    }

    private static string AreaOf(string path) =>
        path.StartsWith("/emails", StringComparison.Ordinal) ? "mail"
        : path.StartsWith("/router", StringComparison.Ordinal) ? "taobao"
        : path.StartsWith("/webhook-shop", StringComparison.Ordinal) ? "webhook shop"
        : "marketplace";

    private Fault ByDraw(double draw, bool half)
    {
        var (error, cut, malformed) = (dial.ServerError, dial.ServerError + dial.Cut, dial.ServerError + dial.Cut + dial.Malformed);
        return draw < error ? Fault.ServerError
            : draw < cut ? Fault.Cut
            : draw < malformed ? Fault.Malformed
            : draw < malformed + dial.LostAnswer ? half ? Fault.AnswerCut : Fault.AnswerHeld
            : Fault.None;
    }

    private bool IsWithin(TimeSpan every, TimeSpan length, string what, TimeSpan sinceStart)
    {
        if (every <= TimeSpan.Zero || sinceStart < TimeSpan.Zero)
        {
            return false;
        }

        var round = (long)(sinceStart / every);
        var from = (every - length) * new SeededRandom(seed, what, round).NextShare();
        var into = sinceStart - every * round;
        return into >= from && into < from + length;
    }
}
