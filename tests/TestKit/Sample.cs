using NodaTime;
using ShipBy.Application.Ledger;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.TestKit;

/// <summary>One of everything; a test says with <c>with</c> what matters to it.</summary>
public static class Sample
{
    public static Instant Noon { get; } = Instant.FromUtc(2026, 3, 2, 12, 0);

    public static PoolName Pool { get; } = PoolName.Parse("main");

    public static Sku Mug { get; } = Sku.Parse("MUG-1");

    public static OrderLine TwoMugs { get; } = new(Mug, "Mug", 2, new Money(153_000, "RUB"));

    public static Posting Posting { get; } = new()
    {
        Key = new OrderKey("shop", "0100200300-0007-1"),
        Status = PostingStatus.AwaitingPackaging,
        RawStatus = "awaiting_packaging",
        InProcessAt = Noon,
        ShipBy = Noon + Duration.FromHours(30),
        Lines = [TwoMugs],
    };

    public static Order Order { get; } = new()
    {
        Key = Posting.Key,
        State = OrderState.Pending,
        Status = Posting.Status,
        RawStatus = Posting.RawStatus,
        Lines = Posting.Lines,
        OrderedAt = Noon,
        TakenAt = Noon,
        SeenFrom = Noon,
        ShipBy = Posting.ShipBy,
        LookAt = Noon + Duration.FromHours(6),
    };

    public static LedgerRow.OrderRow OrderRow(string number) => new(Order with { Key = Order.Key with { Number = number } });

    public static LedgerRow.StockRow StockRow(string sku, int onHand = 5) => new(new StockItem(Sku.Parse(sku), onHand, Held: 0));
}
