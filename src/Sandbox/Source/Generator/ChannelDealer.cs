using System.Globalization;
using ShipBy.Sandbox.Run;

namespace ShipBy.Sandbox.Source.Generator;

/// <summary>Deals the orders of one source to the shops, and gives each what is special about its shop.</summary>
internal sealed class ChannelDealer(long seed, IReadOnlyList<Channel> channels)
{
    private const double RfbsShare = 1.0 / 3;
    private const double PaidLaterShare = 0.25;
    private const double SwiftShare = 0.8;

    /// <value>After its payment an order is there for so long at least, so that every shop's order can be seen to wait.</value>
    private static readonly TimeSpan WaitsAfterPayment = TimeSpan.FromSeconds(5);

    private readonly IReadOnlySet<string> _scarce = Catalog.Make(seed).Take(Catalog.Scarce).Select(product => product.OfferId).ToHashSet(StringComparer.Ordinal);
    private int _tales;
    private int _parcels;

    /// <remarks>Asked for one order after the other, from the first on: what came before counts.</remarks>
    public PlannedOrder Deal(int index, PlannedOrder order)
    {
        var chance = new SeededRandom(seed, "channel", index);
        // The first go round, so that every shop has something to show at once.
        var drawn = channels[chance.Below(channels.Count)];
        order = Swifter(order, new SeededRandom(seed, "swift", index));
        return (index < channels.Count ? channels[index] : drawn) switch
        {
            Channel.Taobao => OfTaobao(index, order, chance),
            Channel.Webhook => OfTheWebhookShop(index, order, chance),
            _ => WithParcel(OfOzon(order, chance), new SeededRandom(seed, "parcel fate", index)),
        };
    }

    /// <summary>Most parcels leave soon, so that a run of minutes sees what becomes of them.</summary>
    private static PlannedOrder Swifter(PlannedOrder order, SeededRandom chance)
    {
        var (isSwift, soon) = (chance.Chance(SwiftShare), RunClock.Round(order.Appears.AddSeconds(chance.Between(10, 40))));
        return isSwift && order.Ships > soon ? order with { Ships = soon, Late = soon > order.LastLimit } : order;
    }

    /// <summary>What Ozon's own carriers fetch leaves some time after it was packed, and the seller hands over nothing.</summary>
    private static PlannedOrder OfOzon(PlannedOrder order, SeededRandom chance) =>
        chance.Chance(RfbsShare) ? order with { IsRfbs = true } : order with { Ships = null, Late = false };

    private PlannedOrder WithParcel(PlannedOrder order, SeededRandom chance) => ParcelFates.Drawn(order, chance, ParcelFates.MayFareAnyHow(order) ? _parcels++ : _parcels);

    /// <summary>Numbers of 19 digits, which no double holds. The promised moment does not move.</summary>
    private PlannedOrder OfTaobao(int index, PlannedOrder order, SeededRandom chance)
    {
        var number = 2_800_000_000_000_000_000 + Math.Abs(seed) % 1_000_000 * 100_000_000_000 + (index + 1) * 10_000L + chance.Below(10_000);
        var text = number.ToString(CultureInfo.InvariantCulture);
        var limit = Taobao.ChinaTime.Cut(order.Limit);      // the platform knows whole seconds alone
        var trade = Elsewhere(Channel.Taobao, order with { Number = text, OrderNumber = text, OrderId = number, Limit = limit, Moves = [], Late = order.Ships > limit }, chance);
        trade = TradeTales.Drawn(trade, new SeededRandom(seed, "trade tale", index), _tales, _scarce);
        _tales += trade.Trade is null ? 0 : 1;
        return trade;
    }

    private PlannedOrder OfTheWebhookShop(int index, PlannedOrder order, SeededRandom chance)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"W{Math.Abs(seed) % 1_000_000}-{1001 + index}");
        var oddEnd = order.Number[(order.OrderNumber.Length + "-1".Length)..];
        var elsewhere = Elsewhere(Channel.Webhook, order with { Number = number + oddEnd, OrderNumber = number, OrderId = 1001 + index, Currency = "EUR" }, chance);
        return OrderEdits.Drawn(elsewhere, new SeededRandom(seed, "edit", index), _scarce);
    }

    /// <summary>In other shops than Ozon's an order may be there before it is paid.</summary>
    private static PlannedOrder Elsewhere(Channel channel, PlannedOrder order, SeededRandom chance)
    {
        var paid = RunClock.Round(order.Appears.AddSeconds(chance.Between(1, 4)));
        var isPaidLater = chance.Chance(PaidLaterShare) && order.OddStatus is null && order.Limit > order.Appears
            && new[] { order.Cancels, order.Ships, order.Moves is [var move, ..] ? move.At : null }.All(next => next is null || next > paid + WaitsAfterPayment);
        return order with
        {
            Channel = channel,
            CancelledBy = order.CancelledBy == "ozon" ? "shop" : order.CancelledBy,
            Paid = isPaidLater ? paid : null,
        };
    }
}
