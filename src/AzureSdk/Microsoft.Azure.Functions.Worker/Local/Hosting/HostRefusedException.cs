namespace Microsoft.Azure.Functions.Worker.Local.Hosting;

/// <summary>The app or its settings are such that the host does not start. The message says what to change.</summary>
internal sealed class HostRefusedException(string reason) : Exception(reason);
