using NodaTime;
using ShipBy.Application.Carriers;
using ShipBy.Domain.Carriers;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Carriers;

/// <summary>What is known of carriers, in words.</summary>
internal static class CarrierText
{
    /// <returns>Null for a seller who keeps no table.</returns>
    public static string? Advice(CarrierAdvice advice, Words words)
    {
        if (advice.Reason == CarrierReason.NoTable)
        {
            return null;
        }

        var detail = advice switch
        {
            { Reason: CarrierReason.ShutDown, ShutUntil: { } until } => words.Time.Date(until),
            { Reason: CarrierReason.TooHeavy, Heaviest: { } grams } => Weight(grams, words),
            _ => "–",
        };
        var carrier = advice is { Set: null, Tariff: { } tariff } && Terms(tariff, words) is { Length: > 0 } terms ? words.Carrier.With(tariff.Name, terms) : advice.Set ?? advice.Tariff?.Name ?? "";
        var said = words.Carrier.Reason(advice.Reason, carrier, detail);
        return advice.IsWeightGuessed ? said + words.SentenceGap + words.Carrier.WeightGuessed : said;
    }

    /// <summary>Weight, price and days, as far as they are known.</summary>
    public static string Terms(CarrierTariff tariff, Words words) => string.Join(words.ListGap, new[]
    {
        tariff.UpTo is { } grams ? words.Carrier.UpTo(Weight(grams, words)) : "",
        tariff.Price is { } price ? MoneyText.Tell(price, words.Numbers) : "",
        tariff.Days is { } days ? words.Carrier.OnTheWay(days) : "",
    }.Where(part => part.Length > 0));

    public static string Where(CarrierTariff tariff, Words words) => tariff.IsEverywhere
        ? words.Carrier.Everywhere
        : string.Join("; ", new[] { TariffField.Countries, TariffField.PostalCodes, TariffField.Places }.Select(field => (Field: field, Text: TariffText.Write(tariff, field))).Where(one => one.Text.Length > 0).Select(one => $"{words.Carrier.Field(one.Field)}: {one.Text}"));

    public static string Shut(Shutdown shut, LocalDate today, Words words) => words.Carrier.Shut(shut.Contains(today), words.Time.Date(shut.From), words.Time.Date(shut.To));

    public static string Weight(int grams, Words words) => words.Carrier.Grams(grams.ToString("N0", words.Numbers));
}
