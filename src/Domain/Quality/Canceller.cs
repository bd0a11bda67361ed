using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;

namespace ShipBy.Domain.Quality;

/// <summary>Who had an order cancelled.</summary>
public enum Canceller
{
    Unknown,
    Buyer,
    Seller,

    /// <summary>The marketplace itself, mostly because nobody shipped.</summary>
    Marketplace,

    /// <summary>Whoever carried the parcel.</summary>
    Carrier,
}

public static class Cancellers
{
    /// <value>What marketplaces say, by parts of their words; the first that fits counts. A buyer who names the delivery is still the buyer.</value>
    private static readonly (Canceller By, string[] Parts)[] Words =
    [
        (Canceller.Seller, ["seller", "shop", "inventory", "продав", "закончился", "нет в наличии", "卖家", "商家", "缺货"]),
        (Canceller.Buyer, ["client", "customer", "buyer", "changed", "refund", "fraud", "declined", "before payment", "покупат", "клиент", "передумал", "не забрал", "买家", "不想要", "拍错", "退款"]),
        (Canceller.Carrier, ["delivery", "carrier", "courier", "lost", "служб", "доставк", "перевозч", "утер", "потер", "快递", "物流", "丢失"]),
        (Canceller.Marketplace, ["ozon", "system", "marketplace", "platform", "expired", "not shipped", "озон", "систем", "срок", "просроч", "平台", "系统", "超时"]),
    ];

    /// <summary>By what was told the marketplace, else by what it says of who it was, else by its own word for the reason.</summary>
    public static Canceller Of(Order order) => order.Instruction is { Kind: InstructionKind.Cancel, State: InstructionState.Done or InstructionState.Told } ? Canceller.Seller : order.CancelledBy ?? OfReason(order.CancelReason);

    /// <param name="reason">As the marketplace writes it, in its language.</param>
    public static Canceller OfReason(string? reason) => reason is null ? Canceller.Unknown
        : Words.FirstOrDefault(word => word.Parts.Any(part => reason.Contains(part, StringComparison.OrdinalIgnoreCase))).By;
}
