using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Source.RealOrders;

/// <summary>Real orders, played within a run.</summary>
internal sealed class FileSource : IOrderSource
{
    private readonly PlannedOrder[] _orders;

    public FileSource(OrdersFile file, SandboxOptions options, DateTimeOffset start, TimeSpan length)
    {
        var demand = file.Rows.SelectMany(row => row.Items)
            .GroupBy(item => item.ProductId, StringComparer.Ordinal)
            .ToDictionary(product => product.Key, product => product.Sum(item => (long)Math.Max(0, item.Quantity)), StringComparer.Ordinal);
        var stock = StockShare.Cut(demand, options.StockFactor);
        var products = stock.Keys.Order(StringComparer.Ordinal)
            .Select((id, index) => new Product(id, 900_000_001 + index, 11_000_001 + index, $"Товар {id}", 990m + index % 50 * 10, stock[id]))
            .ToDictionary(product => product.OfferId, StringComparer.Ordinal);

        var fold = new WeekFold(start, length);
        Unreadable = file.Unreadable;
        Products = products.Values.ToArray();
        _orders = file.Rows.Select((row, index) => Plan(row, index, fold, products, options.Seed))
            .OrderBy(order => order.Appears).ThenBy(order => order.Number, StringComparer.Ordinal).ToArray();
    }

    public IReadOnlyList<Product> Products { get; }

    public IReadOnlyList<UnreadableRow> Unreadable { get; }

    public IReadOnlyList<PlannedOrder> UpTo(DateTimeOffset instant) => _orders;

    public int CountAt(DateTimeOffset instant) => _orders.Length;

    private static PlannedOrder Plan(OrderRow row, int index, WeekFold fold, Dictionary<string, Product> products, long seed)
    {
        var chance = new SeededRandom(seed, "cancel of " + row.Number);
        var appears = fold.Map(row.Appeared, row.Appeared);
        var limit = fold.Map(row.Appeared, row.Limit);
        DateTimeOffset? ships = row.Carrier is { } carrier ? fold.Map(row.Appeared, carrier) : null;
        var cancelled = row.IsCancelled;
        return new PlannedOrder
        {
            Number = row.Number,
            IsRfbs = row.Recipient is not null,
            Recipient = row.Recipient,
            OrderId = 35_000_000_001 + index,
            OrderNumber = row.OrderId,
            Appears = appears,
            Limit = limit,
            Ships = ships,
            // With a carrier date it was cancelled after the hand-over; without one, some time before the limit.
            Cancels = cancelled && ships is null ? Between(appears, limit, chance) : null,
            CancelledAfterShip = cancelled && ships is not null ? (fold.Map(row.Appeared, row.Appeared.AddDays(1)) - appears) * chance.NextShare() : null,
            OnItsWay = row is { Carrier: { } from, Received: { } to } && to > from ? fold.Map(row.Appeared, to) - fold.Map(row.Appeared, from) : null,
            Late = row.Carrier > row.Limit,
            OddStatus = row.HasKnownStatus ? null : row.Status,
            Lines = row.Items.Select(item => new OrderLine(products[item.ProductId], item.Quantity)).ToArray(),
        };
    }

    private static DateTimeOffset Between(DateTimeOffset appears, DateTimeOffset limit, SeededRandom chance) =>
        limit <= appears ? appears : RunClock.Round(appears + (limit - appears) * chance.NextShare());
}
