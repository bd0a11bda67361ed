using ShipBy.Application.Exporting;
using ShipBy.Domain.Carriers;

namespace ShipBy.Application.Carriers;

/// <summary>The carrier table as a file, whose headings the import knows.</summary>
public static class CarrierTableText
{
    public static byte[] Write(IEnumerable<CarrierTariff> table, char separator)
    {
        var fields = Enum.GetValues<TariffField>();
        return CsvText.Of([fields.Select(HeadingOf), .. table.Select(tariff => fields.Select(field => TariffText.Write(tariff, field)))], separator);
    }

    public static string HeadingOf(TariffField field) => field switch
    {
        TariffField.Name => "carrier",
        TariffField.Code => "code",
        TariffField.Countries => "countries",
        TariffField.PostalCodes => "postal_codes",
        TariffField.Places => "places",
        TariffField.UpTo => "up_to_g",
        TariffField.Price => "price",
        TariffField.Currency => "currency",
        TariffField.Days => "days",
        TariffField.PickUps => "pick_ups",
        TariffField.Contact => "contact",
        TariffField.Emergency => "emergency",
        TariffField.Shutdowns => "shutdowns",
        TariffField.Rule => "number_rule",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No heading is written for it."),
    };
}
