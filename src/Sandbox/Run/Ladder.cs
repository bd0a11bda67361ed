namespace ShipBy.Sandbox.Run;

/// <summary>A rung by the name that mails give it. <paramref name="Before"/> is wall time before the deadline, zero for overdue.</summary>
internal sealed record Rung(string Name, TimeSpan Before);

/// <summary>The rungs from the first to the last; the last is always overdue, at the deadline itself.</summary>
internal sealed record Ladder(IReadOnlyList<Rung> Rungs)
{
    public const string Overdue = "overdue";

    /// <param name="text">Rungs in marketplace time, as in <c>24h,12h,6h,2h</c>.</param>
    /// <exception cref="InvalidSetupException">A rung is no duration.</exception>
    public static Ladder Parse(string text, double scale)
    {
        var rungs = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => new Rung(name, DurationText.Parse(name, "--ladder") * scale))
            .OrderByDescending(rung => rung.Before)
            .Append(new Rung(Overdue, TimeSpan.Zero));
        return new Ladder(rungs.ToArray());
    }
}
