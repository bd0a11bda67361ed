namespace ShipBy.Application.Settings;

/// <summary>Measures what must never be scaled nor jumped: leases and the pauses of those who wait for one. Deadlines follow the business clock instead.</summary>
public sealed record MachineClock(TimeProvider Time);
