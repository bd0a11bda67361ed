namespace ShipBy.Cli.Live;

/// <summary>One order of a run.</summary>
/// <param name="ClosedOutside">The marketplace has shipped or cancelled it, whether or not the app knows.</param>
/// <param name="LastWarning">The rung that a mail named last.</param>
internal sealed record LiveOrder(
    string Number, DateTimeOffset? Deadline, AppState State = AppState.Unknown, bool ClosedOutside = false, string? LastWarning = null)
{
    public bool IsOpen => !ClosedOutside && State is not AppState.Closed;
}

/// <summary>How an order stands in the app, as far as its report told.</summary>
internal enum AppState
{
    Unknown,
    Pending,
    Held,
    Short,
    SetAside,
    Closed,
}
