using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Holidays;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Holidays;

/// <summary>What closed periods, their days and regions are called.</summary>
internal static class HolidayNames
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>For the seller.</summary>
    public static string Of(ClosedPeriod period, Words words) =>
        period.IsTheShops ? Public(period, words) : words.Holiday.Pause(string.Join(words.ListGap, period.Paused));

    /// <summary>For buyers, who are told that parcels pause and not which carrier does.</summary>
    /// <remarks>A name that only the calendar knows stays as it is written there.</remarks>
    public static string Public(ClosedPeriod period, Words words) => HolidayName.KindOf(period.Name) is var kind && kind == Holiday.Other && period.Name.Any(char.IsLetter)
        ? period.Name
        : words.Holiday.Name(kind);

    public static string Span(ClosedPeriod period, Words words) => period.From == period.To
        ? words.Time.Date(period.From)
        : words.Holiday.Span(words.Time.Date(period.From), words.Time.Date(period.To));

    public static string Day(LocalDate? day, Words words) => day is { } known ? words.Time.Date(known) : "…";

    public static string Told(LastShip? ship, Words words) => ship switch
    {
        null => "–",
        { Day: { } day, PickUp: { } time } => words.Holiday.Fit(ship.Fit, words.Holiday.At(words.Time.Date(day), Minutes.Format(time))),
        _ => words.Holiday.Fit(ship.Fit, Day(ship.Day, words)),
    };

    /// <summary>Places, as far as a tariff names them; where it names postal codes alone, these.</summary>
    public static string Where(CarrierTariff tariff, Words words) => tariff.IsEverywhere ? words.Carrier.Everywhere
        : string.Join(words.ListGap, tariff.Places.Count > 0 ? tariff.Places : tariff.PostalCodes.Count > 0 ? tariff.PostalCodes.Select(code => code + "…") : tariff.Countries);
}
