namespace ShipBy.Pages.Access;

/// <summary>A browser that has entered.</summary>
/// <param name="Cookie">The cookie's value, which the form token is bound to.</param>
/// <param name="By">The name given at the door; empty when none was.</param>
public sealed record DeskSession(string Cookie, string By);
