using System.Globalization;
using ShipBy.Domain.Stock;

namespace ShipBy.Application.Stockroom;

/// <summary>What a card says, field by field.</summary>
public enum CardField
{
    Name,
    Zone,
    Packaging,
    PerPackage,
    BarCode,
    SafetyStock,
    LeadDays,
    Supplier,
    Weight,
    IsPackaging,
}

/// <summary>A product's card as people write it into forms and files, and back.</summary>
public static class CardText
{
    private static readonly string[] Yes = ["yes", "true", "1", "x", "+", "да", "是"];

    private static readonly string[] No = ["", "no", "false", "0", "-", "нет", "否"];

    /// <param name="before">The card as it is.</param>
    /// <param name="text">What stands in a field; empty: it shall say nothing; null: it stays as it is.</param>
    public static CardReading Read(ProductCard before, Func<CardField, string?> text)
    {
        var wrong = new List<CardField>();
        var card = before with
        {
            Name = Words(CardField.Name, before.Name),
            Zone = Words(CardField.Zone, before.Zone),
            Packaging = Words(CardField.Packaging, before.Packaging),
            PerPackage = Number(CardField.PerPackage, before.PerPackage, 1, ProductCard.MostUnits),
            BarCode = Words(CardField.BarCode, before.BarCode),
            SafetyStock = Number(CardField.SafetyStock, before.SafetyStock, 0, ProductCard.MostUnits) ?? 0,
            LeadDays = Number(CardField.LeadDays, before.LeadDays, 0, ProductCard.MostLeadDays),
            Supplier = Words(CardField.Supplier, before.Supplier),
            Weight = Number(CardField.Weight, before.Weight, 1, ProductCard.MostWeight),
            IsPackaging = Flag(CardField.IsPackaging, before.IsPackaging),
        };
        if (card is { IsPackaging: true, Packaging: not null })
        {
            wrong.Add(CardField.Packaging);      // a box in a box: nobody could say what a parcel uses up
        }

        return new CardReading(wrong.Count == 0 ? card : null, wrong);

        string? Words(CardField field, string? was)
        {
            if (text(field)?.Trim() is not { } words)
            {
                return was;
            }

            if (words.Length > ProductCard.LongestText || words.Any(char.IsControl))
            {
                wrong.Add(field);
            }

            return words.Length > 0 ? words : null;
        }

        int? Number(CardField field, int? was, int least, int most)
        {
            if (text(field)?.Trim() is not { } digits)
            {
                return was;
            }

            if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            if (digits.Length > 0)
            {
                wrong.Add(field);
            }

            return null;
        }

        bool Flag(CardField field, bool was)
        {
            if (text(field)?.Trim() is not { } word)
            {
                return was;
            }

            if (!Yes.Concat(No).Contains(word, StringComparer.OrdinalIgnoreCase))
            {
                wrong.Add(field);
            }

            return Yes.Contains(word, StringComparer.OrdinalIgnoreCase);
        }
    }

    /// <returns>Empty where the card says nothing.</returns>
    public static string Write(ProductCard card, CardField field) => field switch
    {
        CardField.Name => card.Name ?? "",
        CardField.Zone => card.Zone ?? "",
        CardField.Packaging => card.Packaging ?? "",
        CardField.PerPackage => Digits(card.PerPackage),
        CardField.BarCode => card.BarCode ?? "",
        CardField.SafetyStock => card.SafetyStock > 0 ? Digits(card.SafetyStock) : "",
        CardField.LeadDays => Digits(card.LeadDays),
        CardField.Supplier => card.Supplier ?? "",
        CardField.Weight => Digits(card.Weight),
        CardField.IsPackaging => card.IsPackaging ? "yes" : "",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No text is written for it."),
    };

    /// <summary>What a field is called in files and by the API.</summary>
    public static string HeadingOf(CardField field) => field switch
    {
        CardField.Name => "name",
        CardField.Zone => "zone",
        CardField.Packaging => "packaging",
        CardField.PerPackage => "per_package",
        CardField.BarCode => "bar_code",
        CardField.SafetyStock => "safety_stock",
        CardField.LeadDays => "lead_days",
        CardField.Supplier => "supplier",
        CardField.Weight => "weight_g",
        CardField.IsPackaging => "is_packaging",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No heading is written for it."),
    };

    /// <summary>What to do about a field that cannot be read, as a sentence.</summary>
    public static string RemedyOf(CardField field) => field switch
    {
        CardField.Name or CardField.Zone or CardField.BarCode or CardField.Supplier => $"Write up to {ProductCard.LongestText} signs in one line.",
        CardField.Packaging => $"Write the packaging material's article number, up to {ProductCard.LongestText} signs; a packaging material itself is packed in nothing.",
        CardField.PerPackage => $"Write how many go into one, from 1 to {ProductCard.MostUnits}, or nothing.",
        CardField.SafetyStock => $"Write whole units from 0 to {ProductCard.MostUnits}.",
        CardField.LeadDays => $"Write whole days from 0 to {ProductCard.MostLeadDays}, or nothing.",
        CardField.Weight => $"Write whole grams from 1 to {ProductCard.MostWeight}, or nothing.",
        CardField.IsPackaging => "Write yes or no.",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No remedy is written for it."),
    };

    private static string Digits(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <param name="Card">Null where a field is wrong.</param>
/// <param name="Wrong">Fields that cannot be read.</param>
public sealed record CardReading(ProductCard? Card, IReadOnlyList<CardField> Wrong);
