using System.Text.Json;
using NodaTime;
using ShipBy.Adapters.Marketplaces.Wire;
using ShipBy.Application.Marketplaces;
using ShipBy.Domain.Orders;
using ShipBy.Domain.Shipping;

namespace ShipBy.Adapters.Marketplaces.Taobao.Shipping;

/// <summary>Tells the platform what was shipped or is to be closed. The trade is looked at first, so that a call whose answer got lost is not made twice.</summary>
internal sealed class TaobaoShipping(TaobaoClient client, TaobaoTrades trades, Carriers carriers, TradeDecision decision, TaobaoOptions options)
{
    private const int MostCodesNamed = 40;

    /// <value>Until a trade that was shipped shows it in each of the platform's answers.</value>
    public static Duration ShowsAfter { get; } = Duration.FromSeconds(10);

    public async Task<ShippingAnswer> AdvanceAsync(Order order, CancellationToken cancel)
    {
        if (order.Instruction is not { } wanted)
            return new ShippingAnswer.Complete();

        if (await trades.FindAsync(order.Key.Number, cancel) is not { } trade)
            return new ShippingAnswer.Refused("The platform does not know the trade, or shows it no more after three months: look for it in the seller centre.");

        try
        {
            return await CarryOutAsync(decision.Decide(wanted, trade), order.Key.Number, wanted, cancel);
        }
        catch (MarketplaceRefusedException refused)
        {
            // Said twice, as after an answer that got lost and a list that was late, it is refused the second time.
            return await trades.FindAsync(order.Key.Number, cancel) is { } after && decision.Decide(wanted, after) == TradeStep.Answer.Complete
                ? new ShippingAnswer.Complete()
                : new ShippingAnswer.Refused(refused.Message);
        }
    }

    private async Task<ShippingAnswer> CarryOutAsync(TradeStep step, string number, Instruction wanted, CancellationToken cancel) => step switch
    {
        TradeStep.Answer(var says) => says,
        TradeStep.Send(var carrier, var waybill, var lines) => await TellAsync(TopMethods.Send, ShippingStep.HandOver, number, carrier, waybill, lines, cancel),
        TradeStep.Resend(var carrier, var waybill, var lines) => await TellAsync(TopMethods.Resend, ShippingStep.Number, number, carrier, waybill, lines, cancel),
        TradeStep.Close => AnswerTo(ShippingStep.Cancel, await client.WriteAsync(TopMethods.Close, [("tid", number), ("close_reason", ReasonOf(wanted.Cancel))], cancel)),
        var unknown => throw new InvalidOperationException($"No call is written for {unknown}."),
    };

    private async Task<ShippingAnswer> TellAsync(string method, ShippingStep step, string number, string code, string waybill, IReadOnlyList<string> lines, CancellationToken cancel)
    {
        var known = await carriers.AllAsync(cancel);
        if (known.FirstOrDefault(one => string.Equals(one.Code, code, StringComparison.OrdinalIgnoreCase)) is not { } carrier)
            return new ShippingAnswer.Refused($"Taobao knows no carrier {Cut.ToLine(code, 40)}. It knows {CodesOf(known)}.");

        if (!carrier.Takes(waybill))
            return new ShippingAnswer.Refused($"{Cut.ToLine(waybill, 60)} is no number of {carrier.Code}, by the platform's own pattern: check the number and the carrier.");

        (string, string)[] part = lines.Count == 0 ? [] : [("sub_tid", string.Join(',', lines)), ("is_split", "1")];
        return AnswerTo(step, await client.WriteAsync(method, [("tid", number), ("company_code", carrier.Code), ("out_sid", waybill), .. part], cancel));
    }

    private static ShippingAnswer AnswerTo(ShippingStep step, JsonElement root) => root.Field("shipping").Flag("is_success") is false
        ? new ShippingAnswer.Refused("The platform answered that it was no success, and did not say why: look at the trade in the seller centre.")
        : new ShippingAnswer.Told(step);

    private static string CodesOf(IReadOnlyList<Carrier> known) =>
        string.Join(", ", known.Select(one => Cut.ToLine(one.Code, 20)).Take(MostCodesNamed)) + (known.Count > MostCodesNamed ? $" and {known.Count - MostCodesNamed} more" : "");

    private string ReasonOf(CancelOrder? cancel) => cancel?.Message is { Length: > 0 } words ? Cut.ToLine(words, 100) : options.CloseReason;
}
