namespace ShipBy.Sandbox;

/// <summary>The sandbox cannot start as it was asked to. The message is one line for the person who asked.</summary>
public sealed class InvalidSetupException(string message) : Exception(message);
