using ShipBy.Pages.Layout;

namespace ShipBy.Pages.Access;

/// <summary>The door.</summary>
/// <param name="Notice">Why somebody stands here again; null the first time.</param>
/// <param name="Ticket">A ticket that is good so far; null shows the form for the key.</param>
/// <param name="MayBeInside">
/// The browser came from another site (a mail in the browser, say) and so kept its cookie back; the same page asked for by ourselves brings it along.
/// </param>
public sealed record EnterModel(Sheet Sheet, string? Notice = null, string? Ticket = null, bool MayBeInside = false);
