using System.Globalization;
using Microsoft.AspNetCore.Http;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;
using ShipBy.Pages.Wording;

namespace ShipBy.Pages.Orders;

/// <summary>What is typed or scanned about the goods of an order because its marketplace wants to know it: a field for each product and kind, a line of it for each piece where pieces differ.</summary>
internal static class GoodsForm
{
    public static string NameOf(int line, GoodsDatumKind kind) => string.Create(CultureInfo.InvariantCulture, $"goods:{line}:{kind}");

    /// <returns>The values, or what is wrong with the first that cannot be told, in the seller's words.</returns>
    public static (IReadOnlyList<GoodsDatum> Goods, string? Flaw) Read(IFormCollection form, Order order, PrepareWords words)
    {
        var goods = new List<GoodsDatum>();
        foreach (var (index, line) in order.Lines.Index())
        {
            foreach (var kind in GoodsWanted.Of(order))
            {
                var values = form[NameOf(index, kind)].ToString().Split('\n').Select(GoodsDatumPolicy.Bare).Where(value => value.Length > 0).ToList();
                if (kind.IsOfOneUnit() && values.Count > line.Quantity)
                {
                    return ([], words.TooManyPieces(line.Name ?? line.Sku.Value, words.GoodsKind(kind), line.Quantity));
                }

                if (values.Select(value => GoodsDatumPolicy.FlawOf(kind, value)).FirstOrDefault(flaw => flaw is not null) is { } flaw)
                {
                    return ([], words.GoodsFlaw(flaw, line.Name ?? line.Sku.Value, words.GoodsKind(kind)));
                }

                goods.AddRange(values.Select((value, piece) => new GoodsDatum(line.Sku, kind.IsOfOneUnit() ? piece + 1 : null, kind, value)));
            }
        }

        return goods.Count > GoodsDatum.Most ? ([], words.TooMuchOfGoods(GoodsDatum.Most))
            : GoodsDatumPolicy.TwiceIn(goods) is { } twice ? ([], words.GoodsTwice(twice.Sku.Value, words.GoodsKind(twice.Kind)))
            : (goods, null);
    }
}
