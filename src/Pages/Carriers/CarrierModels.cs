using ShipBy.Application.Carriers;
using ShipBy.Pages.Frame;

namespace ShipBy.Pages.Carriers;

/// <summary>The table of carriers.</summary>
/// <param name="Said">What the last form came to; null where there was none.</param>
public sealed record CarriersModel(PageFrame Frame, CarriersView View, string? Said);

/// <summary>One row of the table, as a form.</summary>
/// <param name="Texts">What stands in its fields; where none is given, nothing does.</param>
/// <param name="Wrong">Fields that somebody has to correct; empty for a form that nobody sent.</param>
/// <param name="Notice">Why it was not saved, where no field is the reason.</param>
public sealed record TariffModel(PageFrame Frame, Guid Id, bool IsNew, IReadOnlyDictionary<TariffField, string> Texts, IReadOnlyList<TariffField> Wrong, string? Notice)
{
    internal string TextOf(TariffField field) => Texts.GetValueOrDefault(field, "");
}
