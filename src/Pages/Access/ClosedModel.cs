using ShipBy.Pages.Layout;

namespace ShipBy.Pages.Access;

/// <summary>The desk is not open to anybody.</summary>
/// <param name="Reason">What to set.</param>
public sealed record ClosedModel(Sheet Sheet, string Reason);
