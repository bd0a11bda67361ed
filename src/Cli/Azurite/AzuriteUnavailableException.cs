namespace ShipBy.Cli.Azurite;

/// <summary>The local storage emulator cannot be had on this machine. The message is one sentence that names the remedy.</summary>
internal sealed class AzuriteUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
