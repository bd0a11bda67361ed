using NodaTime;

namespace ShipBy.Domain.Alerts;

/// <summary>What a look at ourselves found wrong, now.</summary>
/// <param name="Subject">What it is about: a shop, a queue, a route. Kind and subject together are the alert's identity.</param>
public sealed record OperationalFinding(OperationalAlertKind Kind, string Subject, Severity Severity, AlertFacts Facts)
{
    /// <value>Since when it is so, where that is known; null: since it was first found.</value>
    public Instant? Since { get; init; }

    /// <value>Grows as it gets worse; a higher one is told at once, as a higher severity is.</value>
    public int Stage { get; init; }

    /// <value>The route it is about, by which it should not be told; null for none.</value>
    public string? NotBy { get; init; }
}

/// <summary>The machine values of an alert; what they mean its kind says. Never a secret, never a buyer's data.</summary>
/// <param name="Detail">A word or sentence from outside, shown as it came.</param>
public sealed record AlertFacts(Instant? At = null, Duration? Length = null, int? Count = null, int? Other = null, string? Detail = null)
{
    public static AlertFacts None { get; } = new();
}

/// <summary>An alert that fires, or is about to: one for each kind and subject, however often it is found.</summary>
public sealed record OperationalAlert
{
    public required OperationalAlertKind Kind { get; init; }

    public required string Subject { get; init; }

    /// <value>As it was told last, or found first.</value>
    public required Severity Severity { get; init; }

    public required AlertFacts Facts { get; init; }

    public required Instant Since { get; init; }

    public int Stage { get; init; }

    /// <value>When it was told last; null while it is pending.</value>
    public Instant? ToldAt { get; init; }

    /// <value>Since when it has not been found any more; null while it is.</value>
    public Instant? QuietSince { get; init; }

    public string? NotBy { get; init; }
}
