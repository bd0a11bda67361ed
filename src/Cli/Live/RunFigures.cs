using System.Collections.Immutable;

namespace ShipBy.Cli.Live;

/// <summary>What a run has come to so far.</summary>
internal sealed record RunFigures
{
    public static RunFigures None { get; } = new();

    /// <value>Orders that appeared on the marketplace, by number.</value>
    public ImmutableDictionary<string, LiveOrder> Orders { get; init; } = ImmutableDictionary.Create<string, LiveOrder>(StringComparer.Ordinal);

    public int Mails { get; init; }

    /// <value>Pairs of order and rung that accepted mails name.</value>
    public int Warnings { get; init; }

    /// <value>Failures that the app itself counted.</value>
    public long Errors { get; init; }

    /// <value>Faults that the sandbox put in the way.</value>
    public int Faults { get; init; }

    /// <value>Calls that the sandbox refused as the marketplace would.</value>
    public int Refused { get; init; }

    public int In => Orders.Count;

    public int Taken => Orders.Values.Count(order => order.State is not AppState.Unknown);

    public int Held => CountOf(AppState.Held);

    public int Short => CountOf(AppState.Short);

    public int SetAside => CountOf(AppState.SetAside);

    public int Closed => CountOf(AppState.Closed);

    /// <summary>Open orders by their deadline, the most urgent first.</summary>
    public IEnumerable<LiveOrder> DueSoonest => Orders.Values
        .Where(order => order.IsOpen && order.Deadline is not null)
        .OrderBy(order => order.Deadline)
        .ThenBy(order => order.Number, StringComparer.Ordinal);

    private int CountOf(AppState state) => Orders.Values.Count(order => order.State == state);
}
