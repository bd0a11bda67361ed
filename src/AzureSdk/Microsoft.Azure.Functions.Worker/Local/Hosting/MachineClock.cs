namespace Microsoft.Azure.Functions.Worker.Local.Hosting;

/// <summary>
/// Counts what must never be scaled nor jumped: visibility, leases, polling, time-outs. Timers follow the app's own
/// <see cref="TimeProvider"/> instead.
/// </summary>
internal sealed record MachineClock(TimeProvider Time);

/// <summary>The classes that are searched for functions.</summary>
internal sealed record FunctionClasses(IReadOnlyList<Type> Types);
