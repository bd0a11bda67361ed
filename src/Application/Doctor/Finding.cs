using NodaTime;

namespace ShipBy.Application.Doctor;

/// <summary>One thing that was looked at, and how it is. In words only where it is shown: the page speaks the seller's language.</summary>
/// <param name="Subject">Whom or what it is about: a setting, a shop, a route. Empty where the area says it all.</param>
public sealed record Finding(Area Area, Fact Fact, string Subject = "")
{
    public Health Health => Fact.Health();

    /// <value>The instant that its words name.</value>
    public Instant? At { get; init; }

    /// <value>The length of time that its words name.</value>
    public Duration? Time { get; init; }

    public int? Count { get; init; }

    /// <value>What <see cref="Count"/> is a part of.</value>
    public int? Limit { get; init; }

    /// <value>What somebody outside said, or a list of names. Never a secret, never a setting's value.</value>
    public string Detail { get; init; } = "";
}

/// <summary>What belongs together when a check-up is read; in the order in which it is read.</summary>
public enum Area
{
    Settings,
    Storage,
    Clock,
    Schedules,
    Shops,
    Channels,
    Quota,
    Page,
    Test,
}

/// <summary>How bad it is; higher is worse.</summary>
public enum Health
{
    Sound,

    /// <summary>Good to know, and may be meant so.</summary>
    Note,

    /// <summary>Works, and not as well as it could.</summary>
    Warning,

    /// <summary>Something does not work, and orders or warnings suffer.</summary>
    Fault,
}
