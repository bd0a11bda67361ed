using ShipBy.Application.Alerts;

namespace ShipBy.Adapters.Alerts.Chat;

/// <summary>A chat, who reads it, and what is worth sending there.</summary>
/// <param name="Contact"><c>first</c> or <c>second</c>.</param>
/// <param name="From">The least severity: <c>info</c>, <c>warning</c> or <c>critical</c>.</param>
/// <param name="PerMinute">Notices a minute by all instances together.</param>
public sealed record ChatRoute(string Name, string Contact, string From, int PerMinute, IAlertChannel Channel);
