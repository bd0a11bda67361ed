namespace ShipBy.Sandbox.Source;

/// <summary>From <paramref name="At"/> on the order holds these lines: its buyer has changed it.</summary>
internal sealed record OrderEdit(DateTimeOffset At, IReadOnlyList<OrderLine> Lines);
