namespace ShipBy.Cli.Live;

/// <summary>One order as the marketplace shows it, and what was said about it.</summary>
/// <param name="Deadline">Null while the marketplace has withdrawn it and not yet set another.</param>
/// <param name="LastWarning">The rung that a mail named last.</param>
internal sealed record LiveOrder(string Number, DateTimeOffset? Deadline, bool IsOpen = true, string? LastWarning = null);
