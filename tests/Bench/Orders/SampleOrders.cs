using NodaTime;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Stock;

namespace ShipBy.Bench.Orders;

/// <summary>The orders that everybody gets: 1 to 3 lines each of 1 to 2 units, over 200 products, the same in every run.</summary>
internal static class SampleOrders
{
    public const int Products = 200;

    public const string Shop = "shop";

    public static Instant Noon { get; } = Instant.FromUtc(2026, 3, 2, 12, 0);

    public static PoolName Pool { get; } = PoolName.Parse("main");

    public static IReadOnlyList<Sku> Skus { get; } = [.. Enumerable.Range(0, Products).Select(i => Sku.Parse($"SKU-{i:000}"))];

    /// <summary>Open, with a deadline far beyond the ladder.</summary>
    /// <param name="index">Which one: the same number, the same order.</param>
    public static Posting Posting(int index) => new()
    {
        Key = new OrderKey(Shop, $"{index:00000000}-0001-1"),
        Status = PostingStatus.AwaitingPackaging,
        RawStatus = "awaiting_packaging",
        InProcessAt = Noon,
        ShipBy = Noon + Duration.FromDays(3) + Duration.FromSeconds(index % 3_600),
        Lines = LinesOf(index),
        Carrier = "Parcel Service",
    };

    /// <summary>Products differ within an order.</summary>
    public static IReadOnlyList<OrderLine> LinesOf(int index)
    {
        var random = new Random(index + 1_000_003);
        var first = random.Next(Products);
        return [.. Enumerable.Range(0, 1 + random.Next(3)).Select(line => new OrderLine(
            Skus[(first + line * 67) % Products], $"Product of some length in its name {first + line * 67}", 1 + random.Next(2), new Money(153_000, "RUB")))];
    }
}
