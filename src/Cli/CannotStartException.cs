namespace ShipBy.Cli;

/// <summary>Nothing can be started as things are. The message is one line that says what is wrong and what to do.</summary>
internal sealed class CannotStartException(string message, Exception? inner = null) : Exception(message, inner);
