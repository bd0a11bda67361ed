using Microsoft.Extensions.Logging;

namespace ShipBy.Adapters.Reporting;

/// <summary>Counts what was logged as an error, so that a report can say so.</summary>
public sealed class ErrorCount : ILoggerProvider
{
    private long _count;

    /// <value>Log lines of level error or worse since the process started.</value>
    public long Count => Interlocked.Read(ref _count);

    public ILogger CreateLogger(string categoryName) => new Counter(this);

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Counter(ErrorCount owner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error && logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Interlocked.Increment(ref owner._count);
            }
        }
    }
}
