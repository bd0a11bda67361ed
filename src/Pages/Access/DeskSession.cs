using ShipBy.Application.Desk;

namespace ShipBy.Pages.Access;

/// <summary>Somebody who has entered.</summary>
/// <param name="Proof">What the form token is bound to: the cookie's value, or whom the platform names.</param>
/// <param name="By">The name given at the door, or the platform's; empty when none was.</param>
public sealed record DeskSession(string Proof, string By, DeskRole Role);
