using System.Collections.Immutable;
using ShipBy.Cli.Reports;

namespace ShipBy.Cli.Live;

/// <summary>What a run has come to so far.</summary>
internal sealed record RunFigures
{
    public static RunFigures None { get; } = new();

    /// <value>Orders that appeared on the marketplace, by number.</value>
    public ImmutableDictionary<string, LiveOrder> Orders { get; init; } = ImmutableDictionary.Create<string, LiveOrder>(StringComparer.Ordinal);

    /// <value>What the app has made of them.</value>
    public AppCounts App { get; init; } = new(0, 0, 0, 0);

    public int Mails { get; init; }

    /// <value>Pairs of order and rung that accepted mails name.</value>
    public int Warnings { get; init; }

    /// <value>Failures that the app counted, and calls of its that were refused.</value>
    public long Errors { get; init; }

    /// <value>Faults that the sandbox put in the way.</value>
    public int Faults { get; init; }

    /// <value>One for each shop, where several are played; empty otherwise.</value>
    public IReadOnlyList<ChannelFigures> Channels { get; init; } = [];

    public int In => Orders.Count;

    public int Closed => Orders.Values.Count(order => !order.IsOpen);

    /// <summary>Open orders whose deadline is still to come, the most urgent first.</summary>
    public IEnumerable<LiveOrder> DueAfter(DateTimeOffset now) => Orders.Values
        .Where(order => order.IsOpen && order.Deadline >= now)
        .OrderBy(order => order.Deadline)
        .ThenBy(order => order.Number, StringComparer.Ordinal);

    public int OverdueAt(DateTimeOffset now) => Orders.Values.Count(order => order.IsOpen && order.Deadline < now);
}

/// <summary>Orders that the app has taken, each counted by what happened to it first.</summary>
internal sealed record AppCounts(long Taken, long Held, long Short, long SetAside);
