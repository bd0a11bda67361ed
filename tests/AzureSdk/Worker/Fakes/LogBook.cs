using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ShipBy.AzureSdk.Tests.Worker.Fakes;

/// <summary>Keeps what was logged, as <c>level event: text</c>.</summary>
internal sealed class LogBook : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    /// <value>Why the host did not start, if so.</value>
    public string? Refusal => _lines.FirstOrDefault(line => line.StartsWith("Critical 9002", StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel} {eventId.Id}: {formatter(state, exception)} {exception?.GetType().Name} {exception?.Message}".TrimEnd());

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose()
    {
        // Nothing is held.
    }
}
