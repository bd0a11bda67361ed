using System.Globalization;

namespace ShipBy.Sandbox.Source.Generator;

/// <summary>What the generated shop sells.</summary>
internal static class Catalog
{
    /// <value>Products that ordinary orders draw from; the small parts after them serve the order of 200 products.</value>
    public const int Ordinary = 24;

    /// <value>The first few are scarce: their stock runs out, and orders for them stay short.</value>
    public const int Scarce = 3;

    public const int SmallParts = 200;

    private static readonly string[] Things = ["Кружка", "Чайник", "Плед", "Настольная лампа", "Рюкзак", "Термос", "Скатерть", "Ваза"];

    private static readonly string[] Colours = ["белый цвет", "зелёный цвет", "синий цвет"];

    public static IReadOnlyList<Product> Make(long seed)
    {
        var chance = new SeededRandom(seed, "catalogue");
        var products = new List<Product>();
        for (var i = 0; i < Ordinary; i++)
        {
            var offer = string.Create(CultureInfo.InvariantCulture, $"ТВ-{i + 1:000}");
            var stock = i < Scarce ? 2 + chance.Below(2) : 100_000L;
            products.Add(Number(products.Count, offer, $"{Things[i % Things.Length]}, {Colours[i / Things.Length]}", 390 + chance.Below(60) * 100, stock));
        }

        for (var i = 0; i < SmallParts; i++)
        {
            products.Add(Number(products.Count, string.Create(CultureInfo.InvariantCulture, $"SP-{i + 1:000}"), $"Крючок мебельный №{i + 1}", 35m, 100_000));
        }

        products.Add(Number(products.Count, "LONG-1", "Гирлянда " + new string('ё', 10_231), 1_490m, 100_000));
        products.Add(Number(products.Count, "A/1#б%20", "Набор «Чай & кофе» <подарок>", 2_100m, 100_000));
        products.Add(Number(products.Count, "NO-STOCK-ROW", "Снято с учёта", 500m, null));
        return products;
    }

    private static Product Number(int index, string offer, string name, decimal price, long? stock) =>
        new(offer, 900_000_001 + index, 11_000_001 + index, name, price, stock);
}
