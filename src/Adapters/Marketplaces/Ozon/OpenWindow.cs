using NodaTime;

namespace ShipBy.Adapters.Marketplaces.Ozon;

/// <summary>Open work is asked for by one of two date windows, never by both and never by none.</summary>
internal abstract record OpenWindow
{
    private OpenWindow() { }

    /// <summary>The packing deadline lies in the window.</summary>
    public sealed record Cutoff(Instant From, Instant To) : OpenWindow;

    /// <summary>The hand-over to delivery lies in the window.</summary>
    public sealed record Delivering(Instant From, Instant To) : OpenWindow;

    /// <returns>The filter that the list wants.</returns>
    public Dictionary<string, object> ToFilter() => this switch
    {
        Cutoff(var from, var to) => new() { ["cutoff_from"] = from.ToString(), ["cutoff_to"] = to.ToString() },
        Delivering(var from, var to) => new() { ["delivering_date_from"] = from.ToString(), ["delivering_date_to"] = to.ToString() },
        var unknown => throw new InvalidOperationException($"No filter is written for {unknown}."),
    };
}
