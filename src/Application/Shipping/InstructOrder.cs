using ShipBy.Application.Ledger;
using ShipBy.Application.Marketplaces;
using ShipBy.Application.Settings;
using ShipBy.Application.Waybills;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;

namespace ShipBy.Application.Shipping;

/// <summary>Writes down what the seller wants said to the marketplace about an order. Once this has returned, it will be said, whoever dies meanwhile.</summary>
public sealed class InstructOrder(ILedger ledger, WaybillStock stock, Pools pools, Channels channels, TimeProvider clock, MachineClock machine, Random random)
{
    /// <value>Times it is tried again when the order changes at the same moment.</value>
    private const int Patience = 10;

    /// <param name="wanted">Its time is set here.</param>
    /// <param name="anyway">Whether a person has seen what stands against shipping it, and decided.</param>
    /// <param name="unless">What stands against it besides, by the order as it is in the moment of noting; null: nothing.</param>
    /// <returns>Null when it is noted, or was before; else why not.</returns>
    public async Task<AskFlaw?> RunAsync(OrderKey order, Instruction wanted, bool anyway, CancellationToken cancel, Func<Order, AskFlaw?>? unless = null)
    {
        if (pools.OfShop(order.Shop) is not { } pool)
        {
            return AskFlaw.Unknown;
        }

        if (!pools.IsSample(order.Shop) && FlawOf(channels.Find<IShippingChannel>(order.Shop), wanted) is { } deaf)
        {
            return deaf;
        }

        for (var attempt = 0; attempt < Patience; attempt++)
        {
            if (await ledger.FindAsync(pool, RowKey.Order(order), cancel) is not { } stored)
            {
                return AskFlaw.Unknown;
            }

            if (unless?.Invoke(stored.Order()) is { } reason)
            {
                return reason;
            }

            var now = clock.Now();
            switch (InstructionPolicy.Ask(stored.Order(), wanted with { AskedAt = now }, anyway, now))
            {
                case AskAnswer.SameAsBefore:
                    return null;
                case AskAnswer.NotPossible(var flaw):
                    return flaw;
                // First out of the stock, then to the order: who dies between loses a number, and no number goes to two parcels. A batch has taken its own out already.
                case AskAnswer.Noted when unless is null && !pools.IsSample(order.Shop) && wanted.Ship?.TrackingNumber is { Length: > 0 } number && !await stock.StrikeAsync(number, cancel):
                    return AskFlaw.Contested;
                case AskAnswer.Noted(var after):
                    var commit = new CommitSet().With([.. OrderWrite.Changes(stored, (pools.IsSample(order.Shop) ? SampleShop.AsIfTold(after) : after).NotedSince(stored.Order(), now))]);
                    if ((await ledger.TryCommitAsync(pool, commit, cancel)).IsCommitted)
                    {
                        return null;
                    }

                    break;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(10, 50) * (attempt + 1)), machine.Time, cancel);
        }

        return AskFlaw.Contested;
    }

    private static AskFlaw? FlawOf(IShippingChannel? shop, Instruction wanted) =>
        shop is null ? AskFlaw.NotOffered
        : wanted.Kind == InstructionKind.CancelPart && !shop.CancelsParts ? AskFlaw.WholeOnly
        : wanted.Ship?.Goods.Count > 0 && !shop.TakesGoodsData ? AskFlaw.NoGoodsData
        : null;
}
