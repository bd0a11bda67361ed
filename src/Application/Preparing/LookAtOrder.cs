using NodaTime;
using ShipBy.Application.Carriers;
using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Domain.Carriers;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Preparing;
using ShipBy.Domain.Shipping;

namespace ShipBy.Application.Preparing;

/// <summary>Reads all that a person wants to see of one order before it ships.</summary>
public sealed class LookAtOrder(ILedger ledger, Pools pools, Channels channels, Checklists checklists, LookAtCarriers lookAtCarriers, TimeProvider clock)
{
    /// <returns>Null when there is no such order in the ledger.</returns>
    public async Task<OrderSheet?> RunAsync(OrderKey key, CancellationToken cancel)
    {
        if (pools.OfShop(key.Shop) is not { } pool)
        {
            return null;
        }

        var now = clock.Now();
        var orders = (await ledger.OrdersAsync(pool, cancel)).Values.Select(stored => stored.Order()).ToList();
        return orders.FirstOrDefault(order => order.Key == key) is not { } order
            ? null
            : new OrderSheet(order, now)
            {
                Checks = VerifyPolicy.Of(order, VerifyPolicy.UsualPieces(orders.Where(one => one.State.IsOpen() && one.Key != key)), now),
                Questions = order.Instruction is { State: not InstructionState.Refused } ? [] : ShippingPolicy.QuestionsOf(order, RulesOf(key.Shop), now),
                Checklist = await checklists.OfAsync(key.Shop, cancel),
                SameRecipient = [.. orders.Where(one => one.Key != key && one.State.IsOpen() && one.Recipient is { } to && order.Recipient?.IsAt(to) == true).Select(one => one.Key)],
                MayShip = pools.IsSample(key.Shop) || channels.Find<IShippingChannel>(key.Shop) is not null,
                TakesGoodsData = channels.Find<IShippingChannel>(key.Shop)?.TakesGoodsData == true,
                Carrier = order.State.IsOpen() ? await lookAtCarriers.AdviseAsync(order, cancel) : null,
                HasLabels = channels.Find<ILabelSource>(key.Shop) is not null,
            };
    }

    private ShippingRules RulesOf(string shop) => pools.OnTheDesk.FirstOrDefault(one => one.Name == shop)?.Rules.Shipping ?? ShippingRules.None;
}

/// <summary>One order, whole.</summary>
public sealed record OrderSheet(Order Order, Instant Now)
{
    public IReadOnlyList<ShippingCheck> Checks { get; init; } = [];

    /// <value>Why a person should look before it ships; empty for no reason.</value>
    public IReadOnlyList<ReviewReason> Questions { get; init; } = [];

    /// <value>Null for a shop that keeps to the standard list.</value>
    public IReadOnlyList<string>? Checklist { get; init; }

    /// <value>Open orders that go to the same person at the same place.</value>
    public IReadOnlyList<OrderKey> SameRecipient { get; init; } = [];

    /// <value>Whether the shop can be told that it is shipped.</value>
    public bool MayShip { get; init; }

    /// <value>Whether it can be told what the marketplace wants to know of the goods.</value>
    public bool TakesGoodsData { get; init; }

    public bool HasLabels { get; init; }

    /// <value>Which carrier it should go with; null for an order that has gone.</value>
    public CarrierAdvice? Carrier { get; init; }
}
