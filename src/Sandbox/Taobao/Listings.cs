using System.Globalization;
using ShipBy.Sandbox.Source;

namespace ShipBy.Sandbox.Taobao;

/// <summary>How the shop lists its products: every second one is a variant of a listing, the others are listings without variants.</summary>
internal static class Listings
{
    private const long FirstItem = 520_000_000_000;
    private const long FirstVariant = 4_611_686_000_000_000_000;

    public static bool HasVariants(Product product) => product.ProductId % 2 == 0;

    public static long ItemOf(Product product) => FirstItem + product.ProductId;

    public static long VariantOf(Product product) => FirstVariant + product.Sku;

    /// <returns>Null where the shop has no such listing, or not in that variant.</returns>
    public static Product? Find(IEnumerable<Product> products, string item, string variant) => products.FirstOrDefault(product =>
        product.StockAtStart is not null && Text(ItemOf(product)) == item && (HasVariants(product) ? Text(VariantOf(product)) == variant : variant is ""));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
