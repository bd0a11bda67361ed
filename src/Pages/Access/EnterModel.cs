using ShipBy.Pages.Layout;

namespace ShipBy.Pages.Access;

/// <summary>The door.</summary>
/// <param name="Root">Leads from the page that was asked for to the folder of all.</param>
/// <param name="Notice">Why somebody stands here again; null the first time.</param>
/// <param name="Ticket">A ticket that is good so far; null shows the form for the key.</param>
/// <param name="MayBeInside">
/// The browser came from another site (a mail in the browser, say) and so kept its cookie back; the same page asked for by ourselves brings it along.
/// </param>
/// <param name="To">Where entering leads.</param>
/// <param name="EntersByKey">False where the platform's login lets people in.</param>
public sealed record EnterModel(Sheet Sheet, string Root, string? Notice, string? Ticket, bool MayBeInside, string To, bool EntersByKey);
