namespace ShipBy.Domain.Stock;

/// <summary>What goods weigh, by their cards.</summary>
public static class ParcelWeight
{
    /// <param name="goods">Units by product as they lie on the shelf.</param>
    /// <returns>Grams; null where the weight of any is not known: a parcel that weighs more than was said costs more than was promised. The packaging's own weight is left out.</returns>
    public static int? Of(IEnumerable<(Sku Sku, int Units)> goods, IReadOnlyDictionary<Sku, ProductCard> cards)
    {
        var total = 0L;
        foreach (var (sku, units) in goods)
        {
            if (cards.GetValueOrDefault(sku)?.Weight is not { } grams)
            {
                return null;
            }

            total += (long)grams * units;
        }

        return total is > 0 and <= int.MaxValue ? (int)total : null;
    }
}
