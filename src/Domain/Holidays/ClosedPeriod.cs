using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Carriers;

namespace ShipBy.Domain.Holidays;

/// <summary>Days in a row on which the shop is closed by name, or carriers take nothing.</summary>
/// <param name="To">Included.</param>
/// <param name="Name">As the calendar writes it; empty where only carriers pause.</param>
/// <param name="Paused">Carriers that take nothing on some of these days.</param>
public sealed record ClosedPeriod(LocalDate From, LocalDate To, string Name, IReadOnlyList<string> Paused)
{
    /// <value>Whether the shop itself is closed.</value>
    public bool IsTheShops => Name.Length > 0;

    /// <value>Such as <c>2027-02-05..2027-02-12</c>.</value>
    public string Id => $"{LocalDatePattern.Iso.Format(From)}..{LocalDatePattern.Iso.Format(To)}";

    internal bool Touches(Shutdown shut) => shut.From <= To && shut.To >= From;
}
