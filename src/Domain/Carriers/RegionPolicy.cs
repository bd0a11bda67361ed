using ShipBy.Domain.Orders;

namespace ShipBy.Domain.Carriers;

/// <summary>Whether a tariff is for the place that an order goes to, as far as the marketplace tells where that is.</summary>
public static class RegionPolicy
{
    public static RegionFit Of(CarrierTariff tariff, Recipient? to)
    {
        var country = CountryOf(tariff, to);
        var place = PlaceOf(tariff, to);
        return (country, place) switch
        {
            (RegionFit.No, _) or (_, RegionFit.No) => RegionFit.No,
            (null, null) => RegionFit.Yes,
            // A marketplace that sells in one country does not name it with every order: a town or a postal code of the tariff's says enough.
            (RegionFit.Unknown, RegionFit.Yes) => RegionFit.Yes,
            (RegionFit.Unknown, _) or (_, RegionFit.Unknown) => RegionFit.Unknown,
            _ => RegionFit.Yes,
        };
    }

    /// <summary>How closely a tariff names where it goes: of one carrier's tariffs the closest is in force. A longer postal code is closer than a shorter one.</summary>
    public static int ClosenessOf(CarrierTariff tariff, Recipient? to) =>
        100 * tariff.PostalCodes.Where(prefix => PostalOf(prefix, to?.PostalCode) == RegionFit.Yes).Select(prefix => PlaceText.Of(prefix).Length).DefaultIfEmpty(0).Max()
        + (tariff.Places.Any(place => NamedOf(place, to) == RegionFit.Yes) ? 10 : 0)
        + (tariff.Countries.Count > 0 ? 1 : 0);

    /// <returns>Null for a tariff that names no country.</returns>
    private static RegionFit? CountryOf(CarrierTariff tariff, Recipient? to) => (tariff.Countries.Count, Seen(to?.Country)) switch
    {
        (0, _) => null,
        (_, null) => RegionFit.Unknown,
        (_, { } country) => tariff.Countries.Any(one => PlaceText.Of(one) == PlaceText.Of(country)) ? RegionFit.Yes : RegionFit.No,
    };

    /// <returns>Null for a tariff that names no place.</returns>
    private static RegionFit? PlaceOf(CarrierTariff tariff, Recipient? to) => tariff.PostalCodes.Select(prefix => (RegionFit?)PostalOf(prefix, to?.PostalCode))
        .Concat(tariff.Places.Select(place => (RegionFit?)NamedOf(place, to))).Max();

    /// <remarks>A marketplace may show only how it begins: <c>420***</c>.</remarks>
    private static RegionFit PostalOf(string prefix, string? code)
    {
        var (wanted, whole) = (Bare(prefix), Bare(code));
        var known = whole.Split('*')[0];
        return known.StartsWith(wanted, StringComparison.Ordinal) ? RegionFit.Yes
            : (whole.Length == 0 || known.Length < whole.Length) && wanted.StartsWith(known, StringComparison.Ordinal) ? RegionFit.Unknown
            : RegionFit.No;
    }

    private static RegionFit NamedOf(string place, Recipient? to) => (Seen(to?.Region), Seen(to?.City)) switch
    {
        var (region, city) when PlaceText.Names(region, place) || PlaceText.Names(city, place) => RegionFit.Yes,
        // The one that is hidden might be the one that is named.
        (null, _) or (_, null) => RegionFit.Unknown,
        _ => RegionFit.No,
    };

    private static string? Seen(string? text) => string.IsNullOrWhiteSpace(text) || text.Contains('*', StringComparison.Ordinal) ? null : text;

    private static string Bare(string? code) => string.Concat((code ?? "").Where(letter => char.IsLetterOrDigit(letter) || letter == '*')).ToUpperInvariant();
}

/// <summary>In the order in which one answer outweighs another.</summary>
public enum RegionFit
{
    No,

    /// <summary>The marketplace does not tell enough.</summary>
    Unknown,

    Yes,
}
