using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping.Numbers;

namespace ShipBy.Application.Carriers;

/// <summary>A row of the carrier table as people write it into forms and files, and back.</summary>
public static class TariffText
{
    public const int LongestName = 100;

    public const int LongestText = 200;

    /// <value>Entries of one list; a longer one is a list of towns that a region would name.</value>
    private const int MostEntries = 60;

    private const int MostDays = 365;

    private const int MostGrams = 1_000_000;

    private const decimal MostUnits = 10_000_000;

    /// <value>A longer shutdown is a slip in a year.</value>
    private const int LongestShutdown = 366;

    private static readonly char[] Between = [',', ';', '\n', '，', '；', '、'];

    private static readonly LocalDatePattern[] Dates =
        [LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("uuuu'/'M'/'d"), LocalDatePattern.CreateWithInvariantCulture("d'.'M'.'uuuu")];

    /// <param name="text">What stands in a field; empty where nothing does.</param>
    /// <param name="usualCurrency">Of a price without one; null: it has to be there.</param>
    public static TariffReading Read(Guid id, Func<TariffField, string> text, string? usualCurrency)
    {
        var wrong = new List<TariffField>();
        var (name, currency) = (Text(TariffField.Name, LongestName), text(TariffField.Currency).Trim().ToUpperInvariant() is { Length: > 0 } code ? code : usualCurrency ?? "");
        var units = Number(TariffField.Price, MostUnits, decimals: 2);
        if (name.Length == 0)
        {
            wrong.Add(TariffField.Name);
        }

        if (units is not null && !(currency.Length == 3 && currency.All(char.IsAsciiLetterUpper)))
        {
            wrong.Add(TariffField.Currency);
        }

        var tariff = new CarrierTariff
        {
            Id = id,
            Name = name,
            Code = Text(TariffField.Code, LongestName),
            Countries = List(TariffField.Countries),
            PostalCodes = List(TariffField.PostalCodes),
            Places = List(TariffField.Places),
            UpTo = (int?)Number(TariffField.UpTo, MostGrams),
            Price = units is { } amount ? Money.Of(amount, currency) : null,
            Days = (int?)Number(TariffField.Days, MostDays),
            PickUps = PickUpTime.Read(text(TariffField.PickUps)) ?? Wrong<IReadOnlyList<PickUpTime>>(TariffField.PickUps, []),
            Contact = Text(TariffField.Contact, LongestText),
            Emergency = Text(TariffField.Emergency, LongestText),
            Shutdowns = ShutdownsIn(text(TariffField.Shutdowns)) ?? Wrong<IReadOnlyList<Shutdown>>(TariffField.Shutdowns, []),
            Rule = RuleIn(text(TariffField.Rule).Trim()),
        };
        return new TariffReading(wrong.Count == 0 ? tariff : null, [.. wrong.Distinct().Order()]);

        T Wrong<T>(TariffField field, T instead)
        {
            wrong.Add(field);
            return instead;
        }

        string Text(TariffField field, int most) => text(field).Trim() is var line && line.Length <= most && !line.Any(char.IsControl) ? line : Wrong(field, "");

        decimal? Number(TariffField field, decimal most, int decimals = 0)
        {
            var digits = string.Concat(text(field).Where(letter => letter is not (' ' or '\u00A0' or '\u202F'))).Replace(',', '.');
            // Three digits behind a comma are thousands or decimals, and nobody can tell.
            return digits.Length == 0 ? null
                : decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most && decimal.Round(number, decimals) == number && digits.Split('.').ElementAtOrDefault(1) is not { Length: > 2 } ? number
                : Wrong<decimal?>(field, null);
        }

        IReadOnlyList<string> List(TariffField field)
        {
            string[] entries = [.. text(field).Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
            return entries.Length <= MostEntries && entries.All(entry => entry.Length <= LongestName && entry.Any(char.IsLetterOrDigit) && !entry.Any(char.IsControl)) ? entries : Wrong<IReadOnlyList<string>>(field, []);
        }

        NumberRule? RuleIn(string word) => word.Length == 0 ? null
            : Enum.TryParse<NumberRule>(word, ignoreCase: true, out var rule) && Enum.IsDefined(rule) && !char.IsAsciiDigit(word[0]) ? rule : Wrong<NumberRule?>(TariffField.Rule, null);
    }

    /// <param name="days">From Monday, in the reader's language; null: as every program reads them.</param>
    public static string Write(CarrierTariff tariff, TariffField field, IReadOnlyList<string>? days = null) => field switch
    {
        TariffField.Name => tariff.Name,
        TariffField.Code => tariff.Code,
        TariffField.Countries => string.Join(", ", tariff.Countries),
        TariffField.PostalCodes => string.Join(", ", tariff.PostalCodes),
        TariffField.Places => string.Join(", ", tariff.Places),
        TariffField.UpTo => Plain(tariff.UpTo),
        TariffField.Price => tariff.Price is { } price ? Plain((decimal)price.MinorUnits / Money.MinorUnitsOf(price.Currency)) : "",
        TariffField.Currency => tariff.Price?.Currency ?? "",
        TariffField.Days => Plain(tariff.Days),
        TariffField.PickUps => PickUpTime.Write(tariff.PickUps, days ?? PickUpTime.EnglishDays),
        TariffField.Contact => tariff.Contact,
        TariffField.Emergency => tariff.Emergency,
        TariffField.Shutdowns => string.Join(", ", tariff.Shutdowns.Select(shut => shut.From == shut.To ? LocalDatePattern.Iso.Format(shut.From) : $"{LocalDatePattern.Iso.Format(shut.From)}..{LocalDatePattern.Iso.Format(shut.To)}")),
        TariffField.Rule => tariff.Rule?.ToString() ?? "",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No text is written for it."),
    };

    private static string Plain(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <returns>Null where a part is neither a date nor two with two points between.</returns>
    private static IReadOnlyList<Shutdown>? ShutdownsIn(string text)
    {
        var parts = text.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split("..", StringSplitOptions.TrimEntries) switch
        {
            [var day] when DateIn(day) is { } date => new Shutdown(date, date),
            [var from, var to] when DateIn(from) is { } first && DateIn(to) is { } last && last >= first && Period.DaysBetween(first, last) < LongestShutdown => new Shutdown(first, last),
            _ => null,
        }).ToList();
        return parts.Contains(null) || parts.Count > MostEntries ? null : [.. parts.OfType<Shutdown>().Distinct().OrderBy(shut => shut.From)];
    }

    private static LocalDate? DateIn(string text) => Dates.Select(pattern => pattern.Parse(text)).FirstOrDefault(parsed => parsed.Success)?.Value;
}

/// <param name="Tariff">Null where a field is wrong.</param>
/// <param name="Wrong">Fields that cannot be read, or lack what they need.</param>
public sealed record TariffReading(CarrierTariff? Tariff, IReadOnlyList<TariffField> Wrong);
