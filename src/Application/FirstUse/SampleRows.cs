using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Deadlines;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;
using static ShipBy.Application.Ledger.LedgerRow;

namespace ShipBy.Application.FirstUse;

/// <summary>A dozen made-up orders with their stock: every risk once, two to the same person, one short, one to be looked at, a purchase on its way.</summary>
/// <remarks>Few enough for one commit. None has an instant to be looked at: no policy ever warns about them.</remarks>
internal static class SampleRows
{
    private static readonly Guid Purchase = new("5a3b1e00-0000-4000-8000-000000000001");

    /// <param name="now">Deadlines lie around it.</param>
    public static IReadOnlyList<LedgerRow> At(Instant now, LocalDate today, string language)
    {
        var orders = Orders(now, language);
        return
        [
            .. orders.SelectMany(OrderWrite.Rows),
            .. SampleGoods.All.Select(product => new StockRow(StockOf(product, orders))),
            .. SampleGoods.All.Select(product => new CardRow(new ProductCard(product.Sku) { Name = product.NameIn(language), Zone = product.Zone, SafetyStock = product.Safety, LeadDays = 10 })),
            new PurchaseRow(new PurchaseOrder(Purchase, "EXAMPLE-1", "Example Ltd", now - Duration.FromDays(4), SampleShop.Name, [new PurchaseLine(SampleGoods.Lamp.Sku, 20), new PurchaseLine(SampleGoods.Candle.Sku, 40)]) { Expected = today.PlusDays(3) }),
        ];
    }

    private static List<Order> Orders(Instant now, string language)
    {
        var people = SampleGoods.People(language);
        var (mug, plate, teapot, towel, lamp, candle) = (SampleGoods.Mug, SampleGoods.Plate, SampleGoods.Teapot, SampleGoods.Towel, SampleGoods.Lamp, SampleGoods.Candle);
        return
        [
            Held(1, -2, people[0], (mug, 2)),
            Held(2, 1, people[1], (teapot, 1)),
            Held(3, 3, people[2], (plate, 4), (mug, 1)),
            Held(4, 5, people[1], (towel, 1)),
            Held(5, 10, people[2], (candle, 1)),
            Held(6, 20, people[0], (mug, 1)),
            Held(7, 20, people[0], (plate, 2)),
            Held(8, 26, people[2], (towel, 3)),
            Held(9, 30, people[1], (teapot, 1), (candle, 1)),
            Held(10, 50, people[2], (mug, 6)) with { Remarks = [PostingRemark.RefundOpen] },
            Held(11, 44, people[1], (lamp, 1)) with { State = OrderState.OutOfStock, HeldAt = null, OutOfStockAt = now - Duration.FromHours(3), MissingUnits = 1 },
            Held(12, 60, people[0] with { Address = null, City = null }, (plate, 1)) with { Remarks = [PostingRemark.OddAddress] },
        ];

        Order Held(int number, int hours, Recipient recipient, params (SampleProduct Product, int Units)[] lines)
        {
            var (taken, due) = (now - Duration.FromHours(30 - number), now + Duration.FromHours(hours));
            return new Order
            {
                Key = new OrderKey(SampleShop.Name, $"S-{number:00}"),
                State = OrderState.Held,
                Status = PostingStatus.AwaitingPackaging,
                RawStatus = "awaiting_packaging",
                Lines = [.. lines.Select(line => line.Product.Line(line.Units, language))],
                OrderedAt = taken,
                TakenAt = taken,
                SeenFrom = taken,
                HeldAt = taken,
                ShipBy = due,
                ShipByRule = new ShipByRule(DeadlineRule.PlatformLimit, due),
                Recipient = recipient with { Phone = $"{recipient.Phone![..^2]}{(number == 7 ? 6 : number):00}" },      // another person each, but for those two
            };
        }
    }

    private static StockItem StockOf(SampleProduct product, IEnumerable<Order> orders)
    {
        var held = orders.Where(order => order.HoldsStock).SelectMany(order => order.Lines).Where(line => line.Sku == product.Sku).Sum(line => line.Quantity);
        return new StockItem(product.Sku, product.OnShelf + held, held);
    }
}
